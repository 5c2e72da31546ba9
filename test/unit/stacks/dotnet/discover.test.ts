import assert from 'node:assert/strict';
import { plainWorkspace } from '../../../../lib/discovery/app-findings.js';
import { technologies } from '../../../../lib/catalog/registry.js';
import { ranked } from '../../../../lib/discovery/evidence.js';
import type { Fact } from '../../../../lib/discovery/evidence.js';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverDotnet } from '../../../../lib/stacks/dotnet/discover.js';
import type { StackDiscovery } from '../../../../lib/stacks/stack.js';
import { assertEvidence } from '../node/discovered.js';

type Files = Readonly<Record<string, string>>;
function discovered(files: Files): StackDiscovery {
  const repository = memoryRepository(files);
  const found = discoverDotnet(repository, technologies);
  assertEvidence(repository, found);
  return found;
}
const values = <T>(facts: readonly Fact<T>[]): readonly T[] => facts.map(({ value }) => value);
const project = (sdk: string, properties = '<TargetFramework>net10.0</TargetFramework>', items = ''): string => `<Project Sdk="${sdk}">\n  <PropertyGroup>\n    ${properties}\n  </PropertyGroup>\n  <ItemGroup>\n    ${items}\n  </ItemGroup>\n</Project>\n`;
const web = 'Microsoft.NET.Sdk.Web';
const program = 'var app = WebApplication.CreateBuilder(args).Build();\n';
const reference = (path: string): string => `<ProjectReference Include="${path}" />`;
const needs = (...names: readonly string[]): string => names.map((name) => `<PackageReference Include="${name}" Version="1.0.0" />`).join('\n    ');
const api = (files: Files, items = ''): AppFindings => discovered({ 'Api.csproj': project(web, undefined, items), 'Program.cs': program, ...files }).apps[0]!;
const health = (code: string): string | undefined => ranked(api({ 'Program.cs': `${program}${code}\n` }).health).find(({ confidence }) => confidence !== 'guess')?.value;

describe('servers of F#', () => {
  const server = (packages: string, code: string): AppFindings => discovered({ 'App.fsproj': project('Microsoft.NET.Sdk', '<TargetFramework>net8.0</TargetFramework><OutputType>Exe</OutputType>', needs(packages)), 'Program.fs': code }).apps[0]!;
  it('stand on a server of their own, or on that of the platform', () => {
    assert.deepEqual(values(server('Suave', 'startWebServer config app').framework), ['suave']);
    assert.deepEqual(values(server('Saturn', 'let app = application { use_router r }').framework), ['aspnetcore', 'saturn']);
  });
  it('say where they listen', () => {
    const said = (packages: string, code: string) => { const { bind, port } = server(packages, code); return [ranked(port)[0]?.value, bind[0]?.value]; };
    assert.deepEqual(said('Suave', 'startWebServer { defaultConfig with bindings = [ HttpBinding.createSimple HTTP "0.0.0.0" 8083 ] } app'), [8083, undefined]);
    assert.deepEqual(said('Suave', 'startWebServer { defaultConfig with bindings = [ HttpBinding.createSimple HTTP "127.0.0.1" 8084 ] } app'), [8084, 'loopback']);
    assert.deepEqual(said('Suave', 'startWebServer defaultConfig app'), [8080, 'loopback']);
    assert.deepEqual(said('Saturn', 'let app = application {\n  url "http://localhost:8085/"\n}'), [8085, 'loopback']);
  });
});

describe('projects of .NET', () => {
  it('are servers, workers and files by their SDK', () => {
    const { apps } = discovered({
      'a/A.csproj': project(web), 'a/Program.cs': program,
      'b/B.csproj': project('Microsoft.NET.Sdk.Worker'), 'c/C.csproj': project('Microsoft.NET.Sdk.BlazorWebAssembly'),
      'd/D.fsproj': project('Microsoft.NET.Sdk', '<TargetFramework>net8.0</TargetFramework><OutputType>Exe</OutputType>'), 'd/Program.fs': 'while true do\n  work ()\n',
    });
    assert.deepEqual(apps.map(({ path, role, language, framework, version }) => [path, role, values(language)[0], values(framework)[0], values(version)[0]]), [
      ['a', 'web', 'csharp', 'aspnetcore', 'net10.0'], ['b', 'worker', 'csharp', 'dotnet-worker', 'net10.0'], ['c', 'static', 'csharp', 'blazor', 'net10.0'], ['d', 'worker', 'fsharp', 'dotnet-worker', 'net8.0'],
    ]);
  });

  it('are no programs where they are libraries, tests, tools, orchestrators or served by another', () => {
    const { apps } = discovered({
      'Web/Web.csproj': project(web, undefined, reference('..\\Client\\Client.csproj')), 'Web/Program.cs': program,
      'Client/Client.csproj': project('Microsoft.NET.Sdk.BlazorWebAssembly'), 'Lib/Lib.csproj': project('Microsoft.NET.Sdk'), 'WebLib/WebLib.csproj': project(web, '<OutputType>Library</OutputType>'),
      'Web.Tests/Web.Tests.csproj': project(web, undefined, needs('xunit')), 'Tool/Tool.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>'), 'Tool/Program.cs': 'Console.WriteLine(1);\n',
      'Cli/Cli.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType><PackAsTool>true</PackAsTool>'), 'Cli/Program.cs': 'while (true) { }\n',
      'Host/Host.csproj': project('Aspire.AppHost.Sdk/13.0.0', '<OutputType>Exe</OutputType>'), 'Desk/Desk.csproj': project('Microsoft.NET.Sdk', '<TargetFramework>net8.0-windows</TargetFramework><OutputType>Exe</OutputType>'), 'Desk/Program.cs': 'while (true) { }\n',
      'Old/Old.csproj': '<Project ToolsVersion="15.0" xmlns="x"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>\n',
    });
    assert.deepEqual(apps.map(({ path }) => path), ['Web']);
  });

  it('inherit what their folders say', () => {
    const { apps } = discovered({ 'Directory.Build.props': '<Project><PropertyGroup><Net>net9.0</Net><TargetFramework>$(Net)</TargetFramework></PropertyGroup></Project>\n', 'src/A/A.csproj': `<Project Sdk="${web}"></Project>\n`, 'src/A/Program.cs': program });
    assert.deepEqual([values(apps[0]!.version), apps[0]!.installFiles], [['net9.0'], ['src/A/A.csproj', 'Directory.Build.props']]);
  });

  it('are built with the newest of several target frameworks, which the build is told', () => {
    const found = discovered({ 'A.csproj': project(web, '<TargetFrameworks>net8.0;net10.0</TargetFrameworks>'), 'Program.cs': program }).apps[0]!;
    assert.deepEqual(values(found.version), ['net10.0', 'net8.0']);
    assert.ok(found.commands.build[0]!.value.join(' ').includes('-f net10.0'));
  });

  it('bring the folders of what they refer and link to', () => {
    const { apps } = discovered({
      'src/A/A.csproj': project(web, undefined, `${reference('..\\B\\B.csproj')}\n<Protobuf Include="..\\C\\Protos\\x.proto" GrpcServices="Client" />`), 'src/A/Program.cs': program,
      'src/B/B.csproj': project('Microsoft.NET.Sdk', undefined, needs('Npgsql')), 'src/C/Protos/x.proto': 'syntax = "proto3";\n',
      'tests/A.Tests/A.Tests.csproj': project('Microsoft.NET.Sdk', undefined, `${needs('xunit')}${reference('..\\..\\src\\A\\A.csproj')}`),
    });
    assert.deepEqual(apps.map(({ workspace, uses, commands }) => [workspace, uses, commands.test[0]?.value]), [[plainWorkspace('.', ['src/A', 'src/B', 'src/C/Protos']), ['postgres'], ['dotnet', 'test', 'tests/A.Tests/A.Tests.csproj']]]);
  });

  it('survive references in a circle', () => assert.equal(discovered({ 'A/A.csproj': project(web, undefined, reference('..\\B\\B.csproj')), 'A/Program.cs': program, 'B/B.csproj': project('Microsoft.NET.Sdk', undefined, reference('..\\A\\A.csproj')) }).apps.length, 1));

  it('name what is malformed, and survive the rest', () => {
    assert.match(discovered({ 'A.csproj': '<Project Sdk="x"><PropertyGroup>' }).problems[0]?.message ?? '', /^A\.csproj:\d+:\d+: /u);
    for (const text of ['<x/>', '<Project/>', '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup/><ItemGroup/></Project>', `<!DOCTYPE x [<!ENTITY a "b">]><Project Sdk="${web}">&a;</Project>`, project(web, '<TargetFramework>$(TargetFramework)</TargetFramework>')]) {
      assert.ok(Array.isArray(discovered({ 'A.csproj': text, 'appsettings.json': '{ "a": [', 'Program.cs': '' }).apps));
    }
  });

  it('warn of an SDK that no image has for long', () => {
    const codes = (text: string): readonly string[] => discovered({ 'global.json': text, 'A.csproj': project(web), 'Program.cs': program }).problems.map(({ code }) => code);
    assert.deepEqual(codes('{ "sdk": { "version": "10.0.100" } }'), ['sdk-pinned']);
    assert.deepEqual(codes('{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }'), []);
  });
});

describe('what a server of .NET listens on', () => {
  const port = (files: Files): number | undefined => values(ranked(api(files).port))[0];
  it('is what the settings say, never what is for the developer', () => {
    assert.equal(port({ 'appsettings.json': '{ "Urls": "https://*:5001;http://*:5000" }' }), 5000);
    assert.equal(port({ 'appsettings.json': '{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://0.0.0.0:5005" } } } }' }), 5005);
    assert.equal(port({ 'appsettings.Development.json': '{ "Urls": "http://*:5000" }', 'Properties/launchSettings.json': '{ "profiles": { "http": { "applicationUrl": "http://localhost:5123" } } }' }), 8080);
  });
  it('is what the source says', () => {
    for (const [code, expected] of [['app.Run("http://0.0.0.0:5002");', 5002], ['options.ListenAnyIP(5003);', 5003], ['builder.WebHost.UseUrls("http://*:5004");', 5004], ['// app.Run("http://*:1111");', 8080]] as const) assert.equal(port({ 'Program.cs': `${program}${code}\n` }), expected, code);
  });
});

describe('the health of a server of .NET', () => {
  it('is asked where everybody gets an answer', () => {
    assert.equal(health('app.MapHealthChecks("/healthz");'), '/healthz');
    assert.equal(health('app.MapHealthChecks("alive"); app.MapHealthChecks("/ready");'), '/ready');
    assert.equal(health('app.MapGet("/health", () => "ok");'), '/health');
    assert.equal(health('if (app.Environment.IsDevelopment())\n{\n  app.MapHealthChecks("/health");\n}'), undefined);
    assert.equal(health('if (app.Environment.IsDevelopment()) { app.UseSwagger(); }\napp.MapHealthChecks("/health");'), '/health');
    assert.equal(health('app.MapHealthChecks("/health").RequireAuthorization();'), undefined);
  });
});

describe('connection strings of .NET', () => {
  const found = (files: Files, items = needs('Npgsql', 'StackExchange.Redis')) => api(files, items).variables.map(({ name, connects }) => [name, connects?.technology, connects?.part].filter((each) => each !== undefined).join(' '));
  it('are named by the settings, and connected by what is in them', () => {
    assert.deepEqual(found({ 'appsettings.json': '{ "ConnectionStrings": { "Main": "Host=localhost;Database=x", "Cache": "localhost:6379", "Mail": "smtp=x" }, "CacheSettings": { "ConnectionString": "localhost:6379" } }' }), [
      'CacheSettings__ConnectionString redis keywords', 'ConnectionStrings__Cache redis keywords', 'ConnectionStrings__Mail', 'ConnectionStrings__Main postgres keywords',
    ]);
  });
  it('are named by the source', () => assert.deepEqual(found({ 'Program.cs': `${program}options.UseNpgsql(configuration.GetConnectionString("Shop"));\n` }), ['ConnectionStrings__Shop postgres keywords']));
  it('lead to whatever server keeps the records', () => {
    const main = (text: string, client: string) => found({ 'appsettings.json': JSON.stringify({ ConnectionStrings: { Main: text } }) }, needs(client));
    assert.deepEqual(main(String.raw`Server=(localdb)\mssqllocaldb;Database=Shop;Trusted_Connection=True`, 'Microsoft.EntityFrameworkCore.SqlServer'), ['ConnectionStrings__Main mssql keywords']);
    assert.deepEqual(main('Data Source=.;Initial Catalog=Shop;Integrated Security=true', 'Microsoft.Data.SqlClient'), ['ConnectionStrings__Main mssql keywords']);
    assert.deepEqual(main('Server=localhost;Database=shop;Uid=root', 'Pomelo.EntityFrameworkCore.MySql'), ['ConnectionStrings__Main mysql keywords']);
    assert.deepEqual(main('Server=smtp.example.com;Port=25', 'Microsoft.Data.SqlClient'), ['ConnectionStrings__Main']);
    assert.deepEqual(found({ 'Program.cs': `${program}options.UseSqlServer(configuration.GetConnectionString("Shop"));\n` }, needs('Microsoft.EntityFrameworkCore.SqlServer')), ['ConnectionStrings__Shop mssql keywords']);
  });
  it('are not those of another database', () => assert.deepEqual(found({ 'appsettings.json': '{ "ConnectionStrings": { "Main": "Data Source=shop.db" } }' }), ['ConnectionStrings__Main']));
});
