import type { Connection, Instance } from './technology.js';

/** Simple Storage Service, as its clients speak it. */
export const s3Protocol = 'S3';
/** Clients sign for a region and do not care which, where there is one server. */
const region = 'us-east-1';
export const s3SecretOf = (prefix: string): string => `${prefix}_secret_key`;

/** Any server that speaks S3: its names are those of the clients. One bucket of the apps' own. */
export function s3Connection({ service, prefix, identifier }: Instance, port: number): Connection {
  return {
    parts: {
      url: `http://${service}:${port}`, address: `${service}:${port}`, host: service, port: String(port), user: identifier, password: '{password}',
      database: bucketOf(identifier), region, pathStyle: 'true',
    },
    variables: {
      url: ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'S3_ENDPOINT', 'S3_ENDPOINT_URL', 'AWS_S3_ENDPOINT_URL', 'AWS_S3_ENDPOINT', 'S3_URL', 'AWS_ENDPOINT', 'MINIO_URL', 'STORAGE_ENDPOINT', 'S3_API_ENDPOINT'],
      address: ['MINIO_ENDPOINT', 'MINIO_SERVER'],
      host: ['MINIO_HOST', 'S3_HOST'],
      port: ['MINIO_PORT', 'S3_PORT'],
      user: ['AWS_ACCESS_KEY_ID', 'S3_ACCESS_KEY', 'S3_ACCESS_KEY_ID', 'MINIO_ACCESS_KEY', 'AWS_S3_ACCESS_KEY_ID', 'MINIO_ROOT_USER', 'S3_KEY'],
      password: ['AWS_SECRET_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_SECRET_ACCESS_KEY', 'MINIO_SECRET_KEY', 'AWS_S3_SECRET_ACCESS_KEY', 'MINIO_ROOT_PASSWORD', 'S3_SECRET'],
      database: ['S3_BUCKET', 'S3_BUCKET_NAME', 'AWS_BUCKET', 'AWS_S3_BUCKET', 'AWS_STORAGE_BUCKET_NAME', 'MINIO_BUCKET', 'AWS_BUCKET_NAME', 'BUCKET_NAME', 'MINIO_BUCKET_NAME', 'AWS_S3_BUCKET_NAME'],
      region: ['AWS_REGION', 'AWS_DEFAULT_REGION', 'S3_REGION', 'AWS_S3_REGION', 'AWS_S3_REGION_NAME', 'MINIO_REGION'],
      pathStyle: ['AWS_USE_PATH_STYLE_ENDPOINT', 'S3_FORCE_PATH_STYLE', 'AWS_S3_FORCE_PATH_STYLE'],
    },
    secret: s3SecretOf(prefix),
  };
}

/** Names of buckets hold no underscores. */
export const bucketOf = (identifier: string): string => identifier.replaceAll('_', '-').padEnd(3, '-s3');
