import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'cpp-plain',
  answers: [{ path: '/', text: 'the lantern is lit' }],
  services: ['app'],
  absent: ['cmake', 'g++', 'cc', 'ninja', 'ccache'],
  edit: { file: 'src/light.cpp', from: 'is lit', to: 'shines', answer: { path: '/', text: 'the lantern shines' } },
});
