import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

export const mailpit = {
  id: 'mailpit',
  title: 'Mailpit',
  role: 'mail',
  serviceName: 'mailpit',
  port: 1025,
  // production sends through a real mail server, which somebody else runs
  environments: ['development', 'ci'],
  // axllent/mailpit Dockerfile: one program, which brings its own probe
  programs: ['/mailpit'],
  detection: {
    // a library that can send mail says nothing of whether the project does: its settings do
    packages: {
      npm: { nodemailer: 'guess', '@nestjs-modules/mailer': 'guess' },
      pypi: { 'flask-mail': 'guess', 'fastapi-mail': 'guess', aiosmtplib: 'guess', 'flask-mailman': 'guess' },
      go: { 'gopkg.in/gomail.v2': 'guess', 'github.com/wneessen/go-mail': 'guess', 'github.com/jordan-wright/email': 'guess', 'github.com/xhit/go-simple-mail/v2': 'guess' },
      packagist: { 'symfony/mailer': 'guess', 'phpmailer/phpmailer': 'guess', 'swiftmailer/swiftmailer': 'guess' },
      maven: { 'org.springframework.boot:spring-boot-starter-mail': 'guess', 'io.quarkus:quarkus-mailer': 'guess' },
      crates: { lettre: 'guess' },
      nuget: { mailkit: 'guess' },
      hex: { swoosh: 'guess', bamboo_smtp: 'guess', gen_smtp: 'guess' },
    },
    schemes: ['smtp', 'smtps'],
    images: ['axllent/mailpit', 'mailhog/mailhog', 'maildev/maildev', 'schickling/mailcatcher', 'inbucket/inbucket', 'sj26/mailcatcher', 'dockage/mailcatcher'],
    variables: /(?:^|_)(?:SMTP|MAIL|EMAIL)_(?:SMTP_?)?(?:HOST|SERVER|HOSTNAME|ADDRESS)$|^MAILER_DSN$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    prefix: 'v',
  },
  connection: ({ service }) => ({
    parts: { url: `smtp://${service}:1025`, address: `${service}:1025`, host: service, port: '1025' },
    variables: {
      url: ['SMTP_URL', 'MAILER_DSN', 'MAIL_URL', 'SMTP_DSN', 'EMAIL_URL', 'MAIL_DSN', 'SMTP_CONNECTION_URL'],
      host: ['SMTP_HOST', 'MAIL_HOST', 'EMAIL_HOST', 'SMTP_SERVER', 'MAIL_SERVER', 'SMTP_ADDRESS', 'SPRING_MAIL_HOST', 'EMAIL_SERVER_HOST', 'SMTP_HOSTNAME', 'MAIL_HOSTNAME', 'DJANGO_EMAIL_HOST'],
      port: ['SMTP_PORT', 'MAIL_PORT', 'EMAIL_PORT', 'SPRING_MAIL_PORT', 'EMAIL_SERVER_PORT', 'DJANGO_EMAIL_PORT'],
    },
  }),
  limits: { cpus: 0.25, memory: 128, pids: 64 },
  reason: 'Mails of development and tests end in it and are seen in its web interface; production is told the address of a real mail server.',
  contribute: ({ prefix }) => ({
    healthcheck: {
      test: ['CMD', '/mailpit', 'readyz'],
      programs: ['/mailpit'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 10,
    },
    stopGrace: 10,
    common: { environment: { MP_MAX_MESSAGES: '500', MP_SMTP_AUTH_ACCEPT_ANY: 'true', MP_SMTP_AUTH_ALLOW_INSECURE: 'true' } },
    development: {
      ports: [developmentPort(prefix, 8025, 8025, 'UI_')],
    },
    ci: {},
    production: { user: '1000:1000' },
    secrets: [],
    volumes: [],
  }),
} as const satisfies Technology;
