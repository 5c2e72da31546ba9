import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import { bucketOf, s3Connection, s3Protocol, s3SecretOf } from './s3-protocol.js';
import type { Technology } from './technology.js';

export const seaweedfs = {
  id: 'seaweedfs',
  title: 'SeaweedFS (S3 storage)',
  role: 'storage',
  protocol: s3Protocol,
  serviceName: 's3',
  port: 8333,
  // seaweedfs/seaweedfs docker/Dockerfile.go_build: Alpine with curl
  programs: ['curl', 'sh', 'tar', 'cat'],
  detection: {
    // the storage of a cloud speaks the same language: only an endpoint of one's own says that a server is wanted
    packages: {
      npm: { '@aws-sdk/client-s3': 'guess', '@aws-sdk/lib-storage': 'guess', minio: 'likely', 'multer-s3': 'guess', 'aws-sdk': 'guess', '@google-cloud/storage': 'guess' },
      pypi: { minio: 'likely', s3fs: 'guess', 'django-storages[s3]': 'guess', 'django-storages[boto3]': 'guess', aioboto3: 'guess', boto3: 'guess', 'django-storages': 'guess' },
      go: { 'github.com/aws/aws-sdk-go-v2/service/s3': 'guess', 'github.com/minio/minio-go/v7': 'likely', 'github.com/minio/minio-go/v6': 'likely', 'github.com/aws/aws-sdk-go': 'guess' },
      rubygems: { 'aws-sdk-s3': 'guess', 'fog-aws': 'guess' },
      packagist: { 'league/flysystem-aws-s3-v3': 'guess', 'async-aws/s3': 'guess', 'aws/aws-sdk-php': 'guess' },
      maven: { 'software.amazon.awssdk:s3': 'guess', 'io.minio:minio': 'likely', 'io.awspring.cloud:spring-cloud-aws-starter-s3': 'guess', 'com.amazonaws:aws-java-sdk-s3': 'guess' },
      crates: { 'aws-sdk-s3': 'guess', 'rust-s3': 'guess', 'object_store[aws]': 'guess' },
      nuget: { 'awssdk.s3': 'guess', minio: 'likely' },
      hex: { ex_aws_s3: 'guess' },
    },
    schemes: ['s3'],
    images: ['chrislusf/seaweedfs', 'dxflrs/garage', 'versity/versitygw'],
    variables: /^(?:AWS_ENDPOINT_URL(?:_S3)?|S3_ENDPOINT(?:_URL)?|AWS_S3_ENDPOINT(?:_URL)?|MINIO_(?:ENDPOINT|HOST|URL|SERVER)|S3_API_ENDPOINT)$/u,
  },
  tags: {
    lines: [{ version: '4' }],
  },
  connection: (instance) => s3Connection(instance, 8333),
  limits: { cpus: 1, memory: 512, pids: 256 },
  reason: 'Object storage under an Apache licence that is still maintained, unlike the public images of MinIO; the bucket of the apps is made on the first start.',
  contribute: ({ service, prefix, identifier }) => {
    const account = { AWS_ACCESS_KEY_ID: identifier, S3_BUCKET: bucketOf(identifier) };
    const secret = s3SecretOf(prefix);
    return {
      healthcheck: {
        test: ['CMD', 'curl', '-fsS', '-o', '/dev/null', 'http://127.0.0.1:8333/status'],
        programs: ['curl'],
        interval: 10, timeout: 5, retries: 3, startPeriod: 30,
      },
      stopGrace: 30,
      common: { command: ['mini', '-dir=/data'], environment: account },
      development: {
        environment: { AWS_SECRET_ACCESS_KEY: developmentPassword },
        ports: [developmentPort(prefix, 8333)],
      },
      ci: { environment: { AWS_SECRET_ACCESS_KEY: testPassword }, throwAway: true, tmpfs: ['/data:mode=1777,size=512m'] },
      production: {
        // the image's entrypoint takes the first word for one of its own commands
        entrypoint: withSecret('AWS_SECRET_ACCESS_KEY', secret, ['weed']),
        secrets: [secret],
        user: '0:0',
        tmpfs: ['/tmp:mode=1777,size=128m'],
      },
      secrets: [{ name: secret, origin: { kind: 'random' } }],
      volumes: [{ name: `${prefix}_data`, path: '/data', use: 'objects' }],
      operations: archiveAtRest({ service, folder: '/data' }),
    };
  },
} as const satisfies Technology;
