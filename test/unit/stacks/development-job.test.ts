import assert from 'node:assert/strict';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { stacks } from '../../../lib/stacks/registry.js';

/** The commands of the job in production and in development; what ends by itself is not watched. */
function job(files: Readonly<Record<string, string>>): readonly (readonly string[] | undefined)[] {
  const { services } = design(suggest(scan(memoryRepository(files), stacks, technologies)));
  const found = services.find(({ role }) => role === 'job')!;
  const { entrypoint, command } = found.environments.development!;
  return [found.common.command, command, ...(entrypoint === undefined ? [] : [entrypoint])];
}

describe('a job in development, which has no built program', () => {
  it('builds and runs the project of .NET', () => {
    const project = '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Npgsql" Version="9.0.0" /></ItemGroup></Project>';
    const found = job({ 'Shop.csproj': project, 'Program.cs': 'WebApplication.CreateBuilder(args).Build().Run();', Procfile: 'release: dotnet Shop.dll migrate\n' });
    assert.deepEqual(found, [['dotnet', 'Shop.dll', 'migrate'], ['dotnet', 'run', '--project', 'Shop.csproj', '--no-launch-profile', '--', 'migrate']]);
  });
  it('runs the source of a Java program with the build tool', () => {
    const pom = '<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent><groupId>a</groupId><artifactId>shop</artifactId><version>1</version><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency></dependencies><build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>';
    const found = job({ 'pom.xml': pom, 'src/main/java/a/App.java': 'package a;\n@SpringBootApplication\npublic class App { public static void main(String[] args) { SpringApplication.run(App.class, args); } }\n', Procfile: 'release: java -jar app.jar migrate --all\n' });
    assert.deepEqual(found, [['java', '-jar', 'app.jar', 'migrate', '--all'], ['mvn', '-B', '-ntp', 'spring-boot:run', '-Dspring-boot.run.arguments=migrate --all'], ['entrypoint.development.sh']]);
  });
  it('is the same program of Go, whose image of development builds it when it is called', () => {
    const main = 'package main\n\nimport (\n\t"net/http"\n\n\t_ "github.com/jackc/pgx/v5"\n)\n\nfunc main() { _ = http.ListenAndServe(":8080", nil) }\n';
    const files = { 'go.mod': 'module example.com/shop\n\ngo 1.26\n\nrequire github.com/jackc/pgx/v5 v5.7.0\n', 'cmd/api/main.go': main, 'cmd/migrate/main.go': 'package main\n\nfunc main() {}\n' };
    assert.deepEqual(job(files), [['/app/bin/migrate'], ['/app/bin/migrate']]);
  });
});
