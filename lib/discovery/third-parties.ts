import type { Detection, Ecosystem } from '../catalog/technology.js';
import type { StackDiscovery } from '../stacks/stack.js';
import { distinct } from './evidence.js';
import type { Confidence, Evidence } from './evidence.js';
import type { AppFindings, ServiceFindings } from './findings.js';

/** Somebody else's API on the internet that an app calls. Nothing is built for it: it is listed, and its callers need a way out. */
export interface ThirdParty {
  readonly id: string;
  readonly title: string;
  readonly detection: Detection;
}

/** Client libraries as their registries name them, and the beginning of the variables that hold keys to it, such as `STRIPE`. */
function api(title: string, packages: Readonly<Partial<Record<Ecosystem, readonly string[]>>>, variables?: string): ThirdParty {
  const certain = (names: readonly string[]): Readonly<Record<string, Confidence>> => Object.fromEntries(names.map((name) => [name, 'certain']));
  return {
    id: title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'),
    title,
    detection: {
      packages: Object.fromEntries(Object.entries(packages).map(([ecosystem, names]) => [ecosystem, certain(names)])),
      schemes: [],
      ...(variables === undefined ? {} : { variables: new RegExp(`^(?:${variables})_(?:\\w+_)?(?:KEY|SECRET|TOKEN|ID|SID|DSN|URL|WEBHOOK|PASSWORD)$`, 'u') }),
    },
  };
}

/** Payments, messages, sign-in, models, errors and the like, by their names. */
export const thirdParties: readonly ThirdParty[] = [
  api('Stripe', { npm: ['stripe'], pypi: ['stripe', 'dj-stripe'], rubygems: ['stripe', 'pay'], packagist: ['stripe/stripe-php', 'laravel/cashier'], go: ['github.com/stripe/stripe-go'], maven: ['com.stripe:stripe-java'], nuget: ['stripe.net'], crates: ['async-stripe'], hex: ['stripity_stripe'] }, 'STRIPE'),
  api('PayPal', { npm: ['@paypal/paypal-server-sdk', '@paypal/checkout-server-sdk', 'paypal-rest-sdk'], pypi: ['paypalrestsdk', 'paypal-server-sdk'], packagist: ['paypal/paypal-server-sdk', 'srmklive/paypal'] }, 'PAYPAL'),
  api('Braintree', { npm: ['braintree'], pypi: ['braintree'], rubygems: ['braintree'], packagist: ['braintree/braintree_php'], maven: ['com.braintreepayments.gateway:braintree-java'], nuget: ['braintree'] }, 'BRAINTREE'),
  api('Mollie', { npm: ['@mollie/api-client'], pypi: ['mollie-api-python'], rubygems: ['mollie-api-ruby'], packagist: ['mollie/mollie-api-php', 'mollie/laravel-mollie'], nuget: ['mollie.api'] }, 'MOLLIE'),
  api('Adyen', { npm: ['@adyen/api-library'], pypi: ['adyen'], packagist: ['adyen/php-api-library'], maven: ['com.adyen:adyen-java-api-library'], nuget: ['adyen'] }, 'ADYEN'),
  api('Lemon Squeezy', { npm: ['@lemonsqueezy/lemonsqueezy.js'], packagist: ['lemonsqueezy/laravel'] }, 'LEMON_?SQUEEZY'),
  api('Plaid', { npm: ['plaid'], pypi: ['plaid-python'], rubygems: ['plaid'], go: ['github.com/plaid/plaid-go'], maven: ['com.plaid:plaid-java'] }, 'PLAID'),
  api('Twilio', { npm: ['twilio'], pypi: ['twilio'], rubygems: ['twilio-ruby'], packagist: ['twilio/sdk', 'laravel-notification-channels/twilio'], go: ['github.com/twilio/twilio-go'], maven: ['com.twilio.sdk:twilio'], nuget: ['twilio'], hex: ['ex_twilio'] }, 'TWILIO'),
  api('Vonage', { npm: ['@vonage/server-sdk'], pypi: ['vonage'], packagist: ['vonage/client', 'laravel/vonage-notification-channel'], nuget: ['vonage'] }, 'VONAGE|NEXMO'),
  api('SendGrid', { npm: ['@sendgrid/mail', '@sendgrid/client'], pypi: ['sendgrid'], rubygems: ['sendgrid-ruby', 'sendgrid-actionmailer'], packagist: ['sendgrid/sendgrid'], go: ['github.com/sendgrid/sendgrid-go'], maven: ['com.sendgrid:sendgrid-java'], nuget: ['sendgrid'] }, 'SENDGRID'),
  api('Mailgun', { npm: ['mailgun.js', 'mailgun-js'], rubygems: ['mailgun-ruby'], packagist: ['mailgun/mailgun-php', 'symfony/mailgun-mailer'], go: ['github.com/mailgun/mailgun-go'] }, 'MAILGUN'),
  api('Postmark', { npm: ['postmark'], pypi: ['postmarker'], rubygems: ['postmark', 'postmark-rails'], packagist: ['wildbit/postmark-php', 'symfony/postmark-mailer'], nuget: ['postmark'] }, 'POSTMARK'),
  api('Resend', { npm: ['resend'], pypi: ['resend'], rubygems: ['resend'], packagist: ['resend/resend-php', 'resend/resend-laravel'], go: ['github.com/resend/resend-go'] }, 'RESEND'),
  api('Mailchimp', { npm: ['@mailchimp/mailchimp_marketing', '@mailchimp/mailchimp_transactional'], pypi: ['mailchimp-marketing'], rubygems: ['gibbon'] }, 'MAILCHIMP|MANDRILL'),
  api('OpenAI', { npm: ['openai', '@ai-sdk/openai', '@langchain/openai'], pypi: ['openai', 'langchain-openai', 'llama-index-llms-openai'], rubygems: ['ruby-openai', 'openai'], packagist: ['openai-php/client', 'openai-php/laravel'], go: ['github.com/openai/openai-go', 'github.com/sashabaranov/go-openai'], maven: ['com.openai:openai-java', 'org.springframework.ai:spring-ai-starter-model-openai'], nuget: ['openai', 'azure.ai.openai'], crates: ['async-openai'] }, 'OPENAI|AZURE_OPENAI'),
  api('Anthropic', { npm: ['@anthropic-ai/sdk', '@ai-sdk/anthropic', '@langchain/anthropic'], pypi: ['anthropic', 'langchain-anthropic'], rubygems: ['anthropic'], go: ['github.com/anthropics/anthropic-sdk-go'], maven: ['com.anthropic:anthropic-java'] }, 'ANTHROPIC'),
  api('Google Gemini', { npm: ['@google/generative-ai', '@google/genai', '@ai-sdk/google', '@langchain/google-genai'], pypi: ['google-generativeai', 'google-genai', 'langchain-google-genai'] }, 'GEMINI'),
  api('Mistral AI', { npm: ['@mistralai/mistralai', '@ai-sdk/mistral'], pypi: ['mistralai', 'langchain-mistralai'] }, 'MISTRAL'),
  api('Cohere', { npm: ['cohere-ai'], pypi: ['cohere', 'langchain-cohere'] }, 'COHERE'),
  api('Hugging Face', { npm: ['@huggingface/inference'], pypi: ['huggingface-hub'] }, 'HUGGING_?FACE|HF'),
  api('Replicate', { npm: ['replicate'], pypi: ['replicate'] }, 'REPLICATE'),
  api('DeepL', { npm: ['deepl-node'], pypi: ['deepl'], packagist: ['deeplcom/deepl-php'] }, 'DEEPL'),
  api('Pinecone', { npm: ['@pinecone-database/pinecone'], pypi: ['pinecone', 'pinecone-client'] }, 'PINECONE'),
  api('Sentry', { npm: ['@sentry/node', '@sentry/nextjs', '@sentry/nestjs', '@sentry/bun', '@sentry/sveltekit', '@sentry/nuxt'], pypi: ['sentry-sdk'], rubygems: ['sentry-ruby', 'sentry-rails'], packagist: ['sentry/sentry', 'sentry/sentry-laravel', 'sentry/sentry-symfony'], go: ['github.com/getsentry/sentry-go'], maven: ['io.sentry:sentry', 'io.sentry:sentry-spring-boot-starter-jakarta', 'io.sentry:sentry-logback'], nuget: ['sentry', 'sentry.aspnetcore'], crates: ['sentry'], hex: ['sentry'] }, 'SENTRY'),
  api('Bugsnag', { npm: ['@bugsnag/js', '@bugsnag/node'], pypi: ['bugsnag'], rubygems: ['bugsnag'], packagist: ['bugsnag/bugsnag-laravel'] }, 'BUGSNAG'),
  api('Rollbar', { npm: ['rollbar'], pypi: ['rollbar'], rubygems: ['rollbar'], packagist: ['rollbar/rollbar', 'rollbar/rollbar-laravel'] }, 'ROLLBAR'),
  api('Datadog', { npm: ['dd-trace'], pypi: ['ddtrace', 'datadog'], rubygems: ['datadog', 'ddtrace'], go: ['gopkg.in/DataDog/dd-trace-go.v1', 'github.com/DataDog/dd-trace-go'], packagist: ['datadog/php-datadogstatsd'] }, 'DATADOG|DD'),
  api('New Relic', { npm: ['newrelic'], pypi: ['newrelic'], rubygems: ['newrelic_rpm'], go: ['github.com/newrelic/go-agent'] }, 'NEW_RELIC'),
  api('PostHog', { npm: ['posthog-node'], pypi: ['posthog'], rubygems: ['posthog-ruby'], packagist: ['posthog/posthog-php'], go: ['github.com/posthog/posthog-go'] }, 'POSTHOG'),
  api('Segment', { npm: ['@segment/analytics-node', 'analytics-node'], pypi: ['segment-analytics-python'], rubygems: ['analytics-ruby'], packagist: ['segmentio/analytics-php'] }, 'SEGMENT'),
  api('Mixpanel', { npm: ['mixpanel'], pypi: ['mixpanel'], rubygems: ['mixpanel-ruby'], packagist: ['mixpanel/mixpanel-php'] }, 'MIXPANEL'),
  api('Amplitude', { npm: ['@amplitude/analytics-node'], pypi: ['amplitude-analytics'] }, 'AMPLITUDE'),
  api('LaunchDarkly', { npm: ['@launchdarkly/node-server-sdk'], pypi: ['launchdarkly-server-sdk'], rubygems: ['launchdarkly-server-sdk'], go: ['github.com/launchdarkly/go-server-sdk'], nuget: ['launchdarkly.serversdk'] }, 'LAUNCHDARKLY|LD_SDK'),
  api('Algolia', { npm: ['algoliasearch'], pypi: ['algoliasearch', 'algoliasearch-django'], rubygems: ['algolia', 'algoliasearch-rails'], packagist: ['algolia/algoliasearch-client-php'], go: ['github.com/algolia/algoliasearch-client-go'] }, 'ALGOLIA'),
  api('Cloudinary', { npm: ['cloudinary'], pypi: ['cloudinary', 'django-cloudinary-storage'], rubygems: ['cloudinary'], packagist: ['cloudinary/cloudinary_php', 'cloudinary-labs/cloudinary-laravel'] }, 'CLOUDINARY'),
  api('Auth0', { npm: ['auth0', '@auth0/nextjs-auth0', 'express-openid-connect'], pypi: ['auth0-python'], rubygems: ['auth0', 'omniauth-auth0'], packagist: ['auth0/auth0-php', 'auth0/login'], maven: ['com.auth0:auth0'] }, 'AUTH0'),
  api('Clerk', { npm: ['@clerk/nextjs', '@clerk/express', '@clerk/backend', '@clerk/fastify', '@clerk/clerk-sdk-node'], pypi: ['clerk-backend-api'], go: ['github.com/clerk/clerk-sdk-go'] }, 'CLERK'),
  api('Okta', { npm: ['@okta/okta-sdk-nodejs', '@okta/jwt-verifier'], pypi: ['okta'], maven: ['com.okta.spring:okta-spring-boot-starter'] }, 'OKTA'),
  api('WorkOS', { npm: ['@workos-inc/node'], pypi: ['workos'], rubygems: ['workos'] }, 'WORKOS'),
  api('Firebase', { npm: ['firebase-admin'], pypi: ['firebase-admin'], packagist: ['kreait/firebase-php', 'kreait/laravel-firebase'], go: ['firebase.google.com/go'], maven: ['com.google.firebase:firebase-admin'], nuget: ['firebaseadmin'] }, 'FIREBASE'),
  api('OneSignal', { npm: ['@onesignal/node-onesignal', 'onesignal-node'], packagist: ['berkayk/onesignal-laravel'] }, 'ONESIGNAL|ONE_SIGNAL'),
  api('Pusher', { npm: ['pusher'], pypi: ['pusher'], rubygems: ['pusher'], packagist: ['pusher/pusher-php-server'] }),
  api('Slack', { npm: ['@slack/web-api', '@slack/bolt', '@slack/webhook'], pypi: ['slack-sdk', 'slack-bolt'], rubygems: ['slack-ruby-client', 'slack-notifier'], packagist: ['laravel/slack-notification-channel'], go: ['github.com/slack-go/slack'] }, 'SLACK'),
  api('Discord', { npm: ['discord.js'], pypi: ['discord-py', 'discord.py', 'py-cord'], rubygems: ['discordrb'], go: ['github.com/bwmarrin/discordgo'], crates: ['serenity'], nuget: ['discord.net'] }, 'DISCORD'),
  api('Telegram', { npm: ['telegraf', 'grammy', 'node-telegram-bot-api'], pypi: ['python-telegram-bot', 'aiogram'], rubygems: ['telegram-bot-ruby'], go: ['github.com/go-telegram-bot-api/telegram-bot-api'], crates: ['teloxide'] }, 'TELEGRAM'),
  api('GitHub', { npm: ['octokit', '@octokit/rest', '@octokit/core', '@octokit/app', 'probot'], pypi: ['pygithub', 'githubkit'], rubygems: ['octokit'], packagist: ['knplabs/github-api'], go: ['github.com/google/go-github'], crates: ['octocrab'], nuget: ['octokit'] }),
  api('Google APIs', { npm: ['googleapis'], pypi: ['google-api-python-client'], rubygems: ['google-apis-core'], packagist: ['google/apiclient'], maven: ['com.google.api-client:google-api-client'] }),
  api('Google Maps', { npm: ['@googlemaps/google-maps-services-js'], pypi: ['googlemaps'], go: ['googlemaps.github.io/maps'] }, 'GOOGLE_MAPS'),
  api('Mapbox', { npm: ['@mapbox/mapbox-sdk'], pypi: ['mapbox'] }, 'MAPBOX'),
  api('Shopify', { npm: ['@shopify/shopify-api'], pypi: ['shopifyapi'], rubygems: ['shopify_api', 'shopify_app'], packagist: ['shopify/shopify-api'] }, 'SHOPIFY'),
  api('HubSpot', { npm: ['@hubspot/api-client'], pypi: ['hubspot-api-client'], rubygems: ['hubspot-api-client'], packagist: ['hubspot/api-client'] }, 'HUBSPOT'),
  api('Salesforce', { npm: ['jsforce'], pypi: ['simple-salesforce'], rubygems: ['restforce'] }, 'SALESFORCE'),
  api('Intercom', { npm: ['intercom-client'], pypi: ['python-intercom'], rubygems: ['intercom'], packagist: ['intercom/intercom-php'] }, 'INTERCOM'),
  api('Contentful', { npm: ['contentful', 'contentful-management'], pypi: ['contentful'], packagist: ['contentful/contentful'] }, 'CONTENTFUL'),
  api('Sanity', { npm: ['@sanity/client', 'next-sanity'] }, 'SANITY'),
  api('Supabase', { npm: ['@supabase/supabase-js', '@supabase/ssr'], pypi: ['supabase'] }, 'SUPABASE'),
  api('Amazon SQS', { npm: ['@aws-sdk/client-sqs', 'sqs-consumer'], rubygems: ['aws-sdk-sqs', 'shoryuken'], go: ['github.com/aws/aws-sdk-go-v2/service/sqs'], maven: ['software.amazon.awssdk:sqs', 'io.awspring.cloud:spring-cloud-aws-starter-sqs'], nuget: ['awssdk.sqs'], crates: ['aws-sdk-sqs'] }),
  api('Amazon SNS', { npm: ['@aws-sdk/client-sns'], rubygems: ['aws-sdk-sns'], go: ['github.com/aws/aws-sdk-go-v2/service/sns'], maven: ['software.amazon.awssdk:sns'], nuget: ['awssdk.simplenotificationservice'] }),
  api('Amazon SES', { npm: ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2'], pypi: ['django-ses'], rubygems: ['aws-sdk-ses', 'aws-sdk-sesv2', 'aws-sdk-rails'], go: ['github.com/aws/aws-sdk-go-v2/service/ses', 'github.com/aws/aws-sdk-go-v2/service/sesv2'], nuget: ['awssdk.simpleemail'] }),
  api('Amazon DynamoDB', { npm: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', 'dynamoose'], pypi: ['pynamodb'], rubygems: ['aws-sdk-dynamodb', 'dynamoid'], go: ['github.com/aws/aws-sdk-go-v2/service/dynamodb'], maven: ['software.amazon.awssdk:dynamodb', 'software.amazon.awssdk:dynamodb-enhanced'], nuget: ['awssdk.dynamodbv2'], crates: ['aws-sdk-dynamodb'] }),
  api('Azure Blob Storage', { npm: ['@azure/storage-blob'], pypi: ['azure-storage-blob'], nuget: ['azure.storage.blobs'], maven: ['com.azure:azure-storage-blob'], packagist: ['microsoft/azure-storage-blob'] }, 'AZURE_STORAGE'),
  api('Google Cloud Storage', { npm: ['@google-cloud/storage'], pypi: ['google-cloud-storage'], rubygems: ['google-cloud-storage'], go: ['cloud.google.com/go/storage'], maven: ['com.google.cloud:google-cloud-storage'], nuget: ['google.cloud.storage.v1'], packagist: ['google/cloud-storage'] }),
  api('Google Pub/Sub', { npm: ['@google-cloud/pubsub'], pypi: ['google-cloud-pubsub'], go: ['cloud.google.com/go/pubsub'], maven: ['com.google.cloud:google-cloud-pubsub'], nuget: ['google.cloud.pubsub.v1'] }),
];

/** A third party with what shows that an app calls it. */
export interface ThirdPartyFindings {
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

const byId = new Map(thirdParties.map((each) => [each.id, each]));

/** Third parties whose keys an app reads. */
function keysOf({ variables }: AppFindings): readonly ThirdPartyFindings[] {
  return thirdParties.flatMap(({ title, detection }) => {
    const evidence = variables.filter(({ name }) => detection.variables?.test(name) === true).flatMap((each) => each.evidence);
    return evidence.length === 0 ? [] : [{ name: title, evidence }];
  });
}

/** One entry for each, however many apps call it. */
export function joinThirdParties(found: readonly ThirdPartyFindings[]): readonly ThirdPartyFindings[] {
  const names = [...new Set(found.map(({ name }) => name))];
  return names.map((name) => ({ name, evidence: distinct(found.filter((each) => each.name === name).flatMap(({ evidence }) => evidence)) }));
}

/**
 * Takes what a stack found of third parties, which were looked for among the technologies, out of the services: they are nothing that
 * is built. Their keys among an app's variables speak for them too.
 */
export function apartFromServices({ apps, services, ...rest }: StackDiscovery): StackDiscovery & { readonly thirdParties: readonly ThirdPartyFindings[] } {
  const isThird = (id: string): boolean => byId.has(id);
  const own = apps.map((app) => ({ ...app, uses: app.uses.filter((id) => !isThird(id)), called: [...new Set([...app.uses.flatMap((id) => byId.get(id)?.title ?? []), ...keysOf(app).map(({ name }) => name)])] }));
  const packages = services.filter(({ technology, confidence }: ServiceFindings) => isThird(technology) && confidence !== 'guess').map(({ technology, evidence }) => ({ name: byId.get(technology)!.title, evidence }));
  return {
    ...rest,
    apps: own.map(({ called, ...app }) => (called.length === 0 ? app : { ...app, thirdParties: called })),
    services: services.filter(({ technology }) => !isThird(technology)),
    thirdParties: joinThirdParties([...packages, ...apps.flatMap(keysOf)]),
  };
}
