import type { Pattern } from './pattern.js';

export const eventDriven = {
  id: 'event-driven',
  title: 'Event-driven services',
  use: 'Programs that tell one another what happened through a broker and do not wait: producers and consumers fail and scale apart',
  complexity: 'high',
  alternatives: ['web', 'microservices'],
  keepsDeadLetters: true,
  fits: ({ connected }) => connected > 1,
  contradiction: ({ queues }) => (queues ? undefined : 'nothing carries the events: add a broker to services, such as rabbitmq, kafka or nats'),
} as const satisfies Pattern;
