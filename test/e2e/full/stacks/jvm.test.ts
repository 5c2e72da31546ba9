// A Java program without dependencies: its mvnw calls javac and jar, so that nothing is downloaded. Everything else is what Maven gets.
import { describeImageCase } from '../../image-case.js';

const hello = { path: '/', text: 'Hello from Java' };

describeImageCase({
  name: 'jvm-plain',
  answers: [hello, { path: '/healthz', text: 'ok' }],
  services: ['app'],
  absent: ['javac', 'jar', 'mvn', 'curl'],
  edit: { file: 'src/main/java/com/example/greeter/Greeter.java', from: 'Hello from Java', to: 'Hello again from Java', answer: { path: '/', text: 'Hello again from Java' } },
});
