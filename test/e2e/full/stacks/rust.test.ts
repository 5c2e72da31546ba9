import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'rust-server',
  answers: [{ path: '/', text: 'the lantern is lit' }],
  services: ['app'],
  absent: ['cargo', 'rustc', 'gcc'],
  edit: { file: 'src/light.rs', from: 'is lit', to: 'shines', answer: { path: '/', text: 'the lantern shines' } },
});
