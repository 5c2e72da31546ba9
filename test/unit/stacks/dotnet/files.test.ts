import assert from 'node:assert/strict';
import { plainWorkspace } from '../../../../lib/discovery/app-findings.js';
import { dotnet } from '../../../../lib/stacks/dotnet/dotnet.js';
import { resolveVersion } from '../../../../lib/stacks/dotnet/lines.js';
import { appWith } from '../../../support/briefs.js';

type Input = Readonly<Record<string, unknown>>;
const app = (parts: Input = {}) => appWith({ stack: 'dotnet', version: '10.0', output: 'src/A/A.csproj', path: 'src/A', workspace: plainWorkspace('.', ['src/A']), installFiles: ['src/A/A.csproj'], commands: { start: ['dotnet', 'A.dll'], build: ['dotnet', 'publish', 'src/A/A.csproj'] }, ...parts });
const dockerfile = (parts?: Input): string => dotnet.files(app(parts), { folder: 'docker/a', assets: null }).find(({ path }) => path.endsWith('Dockerfile'))!.content;

describe('versions of .NET', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [['net8.0', '8.0'], ['net10.0', '10.0'], ['netcoreapp3.1', '3.1'], ['8.0.404', '8.0'], ['9', '9.0'], ['netstandard2.0', undefined], ['', undefined]];
  for (const [declared, line] of cases) it(`are ${line ?? 'unknown'} where ${JSON.stringify(declared)} is declared`, () => assert.equal(resolveVersion(declared), line));
});

describe('the image of a program of .NET', () => {
  it('restores exactly what the lock file says, where there is one', () => {
    assert.match(dockerfile({ lockFile: 'src/A/packages.lock.json' }), /dotnet restore src\/A\/A\.csproj --locked-mode$/mu);
    assert.doesNotMatch(dockerfile(), /locked-mode/u);
  });
  it('is made of the Ubuntu that the images of its line have', () => {
    assert.match(dockerfile({ version: '7.0' }), /dotnet\/aspnet:7\.0-jammy AS production/u);
    assert.match(dockerfile({ version: '8.0' }), /dotnet\/aspnet:8\.0-noble AS production/u);
  });
  it('copies the folders of its projects and nothing else', () => assert.match(dockerfile(), /^FROM deps AS build\nCOPY \["src\/A", "\.\/src\/A"\]$/mu));
  it('says the port as its version understands', () => {
    assert.deepEqual(dotnet.runtime(app({ port: 5000 })).environment.common, { ASPNETCORE_HTTP_PORTS: '5000' });
    assert.deepEqual(dotnet.runtime(app({ port: 5000, version: '6.0' })).environment.common, { ASPNETCORE_URLS: 'http://+:5000' });
    assert.deepEqual(dotnet.runtime(app({ role: 'worker' })).environment.common, {});
  });
  it('shows credentials of private feeds to restoring only', () => assert.match(dockerfile({ buildSecrets: ['NUGET_TOKEN'] }), /--mount=type=secret,id=nuget_token \\\n {4}NUGET_TOKEN="\$\(cat \/run\/secrets\/nuget_token\)"/u));
  it('has no SDK', () => assert.doesNotMatch(dockerfile().slice(dockerfile().indexOf('AS production')), /sdk/u));
});
