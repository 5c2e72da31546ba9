import type { ImageTruth } from './truth.js';

const publish = (project: string): readonly string[] => ['dotnet', 'publish', project, '-c', 'Release', '--no-restore', '-o', '/opt/release', '-p:UseAppHost=false'];
const watch = (project: string): readonly string[] => ['dotnet', 'watch', 'run', '--project', project, '--no-launch-profile'];
const keywords = (project: string): string => `Host=db;Port=5432;Database=${project};Username=${project};Password={postgres_password}`;

export const dotnetTruth: ImageTruth = {
  'dotnet-orleans': [{
    path: '.', role: 'web', language: 'csharp', frameworks: ['aspnetcore', 'orleans'], packageManager: 'dotnet', version: '9.0', port: 8080, health: '/health',
    start: ['dotnet', 'URLShortener.dll'], development: watch('URLShortener.csproj'), build: publish('URLShortener.csproj'),
  }],
  // Saturn's `url` is UseUrls, which goes before the variables
  'dotnet-saturn': [{
    path: 'src/SaturnServer', role: 'web', language: 'fsharp', frameworks: ['aspnetcore', 'saturn'], packageManager: 'dotnet', version: '8.0', port: 8085, health: '/healthz',
    start: ['dotnet', 'SaturnServer.dll'], development: watch('src/SaturnServer/SaturnServer.fsproj'), build: publish('src/SaturnServer/SaturnServer.fsproj'),
  }],
  // a server of its own, beside ASP.NET Core
  'dotnet-suave': [{
    path: '.', role: 'web', language: 'fsharp', frameworks: ['suave'], packageManager: 'dotnet', version: '8.0', port: 8083,
    start: ['dotnet', 'SuaveHello.dll'], development: watch('SuaveHello.fsproj'), build: publish('SuaveHello.fsproj'),
  }],
  'dotnet-web-api': [{
    // launchSettings.json is for the developer's machine, "Urls" always counts
    path: '.', role: 'web', language: 'csharp', frameworks: ['aspnetcore'], packageManager: 'dotnet', version: '10.0', port: 5080, health: '/healthz',
    start: ['dotnet', 'Api.dll'], development: watch('Api.csproj'), build: publish('Api.csproj'),
  }],
  'dotnet-worker': [
    {
      // the health route is there in development only
      path: 'src/Orders.Api', role: 'web', language: 'csharp', frameworks: ['aspnetcore'], packageManager: 'dotnet', version: '10.0', port: 8080,
      start: ['dotnet', 'Orders.Api.dll'], development: watch('src/Orders.Api/Orders.Api.csproj'), build: publish('src/Orders.Api/Orders.Api.csproj'),
      environment: { ASPNETCORE_HTTP_PORTS: '8080', ConnectionStrings__Orders_FROM_SECRET: keywords('repo') }, uses: ['postgres'],
    },
    {
      path: 'src/Orders.Worker', role: 'worker', language: 'csharp', frameworks: ['dotnet-worker'], packageManager: 'dotnet', version: '10.0',
      start: ['dotnet', 'Orders.Worker.dll'], development: watch('src/Orders.Worker/Orders.Worker.csproj'), build: publish('src/Orders.Worker/Orders.Worker.csproj'),
      environment: { ConnectionStrings__Orders_FROM_SECRET: keywords('repo'), ConnectionStrings__Redis_FROM_SECRET: 'redis:6379,password={redis_password}' },
      uses: ['postgres', 'redis'],
    },
  ],
  'dotnet-blazor': [{
    path: '.', role: 'static', language: 'csharp', frameworks: ['blazor'], packageManager: 'dotnet', version: '10.0', port: 8080,
    development: watch('Gallery.csproj'), build: publish('Gallery.csproj'),
  }],
  'dotnet-giraffe': [{
    path: 'src/Quotes', role: 'web', language: 'fsharp', frameworks: ['aspnetcore', 'giraffe'], packageManager: 'dotnet', version: '8.0', port: 5005, health: '/ping',
    start: ['dotnet', 'Quotes.dll'], development: watch('src/Quotes/Quotes.fsproj'), build: publish('src/Quotes/Quotes.fsproj'),
    environment: { REDIS_CONNECTION_STRING_FROM_SECRET: 'redis:6379,password={redis_password}' }, uses: ['redis'],
  }],
  'dotnet-central-packages': [{
    path: 'src/Web', role: 'web', language: 'csharp', frameworks: ['aspnetcore', 'fastendpoints'], packageManager: 'dotnet', version: '10.0', port: 8080, health: '/health/ready',
    start: ['dotnet', 'Web.dll'], development: watch('src/Web/Web.csproj'), build: publish('src/Web/Web.csproj'),
    environment: { ConnectionStrings__Shop_FROM_SECRET: keywords('repo') }, uses: ['postgres'],
  }],
};
