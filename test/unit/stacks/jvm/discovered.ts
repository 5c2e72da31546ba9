import assert from 'node:assert/strict';
import type { Fact } from '../../../../lib/discovery/evidence.js';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { technologies } from '../../../../lib/catalog/registry.js';
import { discoverJvm } from '../../../../lib/stacks/jvm/discover.js';
import type { StackDiscovery } from '../../../../lib/stacks/stack.js';
import { assertEvidence } from '../node/discovered.js';

export type Files = Readonly<Record<string, string>>;

export function discovered(files: Files): StackDiscovery {
  const repository = memoryRepository(files);
  const found = discoverJvm(repository, technologies);
  assertEvidence(repository, found);
  return found;
}

export function appOf(files: Files): AppFindings {
  const { apps } = discovered(files);
  assert.equal(apps.length, 1, `expected one app, found ${apps.map(({ path }) => path).join(', ')}`);
  return apps[0]!;
}

export const values = <T>(facts: readonly Fact<T>[]): readonly T[] => facts.map(({ value }) => value);

export interface PomParts {
  readonly name?: string;
  readonly parent?: string;
  readonly properties?: string;
  readonly dependencies?: readonly string[];
  readonly more?: string;
}

export const bootParent = (version: string): string => `<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version><relativePath/></parent>`;
export const bootPlugin = '<build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>';

/** A pom.xml; dependencies as `group:artifact` or `group:artifact:scope`. */
export function pom({ name = 'shop', parent = '', properties = '', dependencies = [], more = '' }: PomParts = {}): string {
  const element = (text: string): string => {
    const [group, artifact, scope] = text.split(':');
    return `    <dependency>\n      <groupId>${group}</groupId>\n      <artifactId>${artifact}</artifactId>${scope === undefined ? '' : `\n      <scope>${scope}</scope>`}\n    </dependency>\n`;
  };
  return `<project>\n  ${parent}\n  <groupId>com.example</groupId>\n  <artifactId>${name}</artifactId>\n  <version>1.0</version>\n  <properties>${properties}</properties>\n  <dependencies>\n${dependencies.map(element).join('')}  </dependencies>\n  ${more}\n</project>\n`;
}

export const bootMain = 'package com.example;\n\n@SpringBootApplication\npublic class Application {\n  public static void main(String[] args) {\n    SpringApplication.run(Application.class, args);\n  }\n}\n';
export const web = 'org.springframework.boot:spring-boot-starter-web';
export const actuator = 'org.springframework.boot:spring-boot-starter-actuator';

/** A program of Spring Boot with parts over it. */
export function boot(version: string, dependencies: readonly string[], files: Files = {}, parts: PomParts = {}): Files {
  return { 'pom.xml': pom({ parent: bootParent(version), properties: '<java.version>21</java.version>', dependencies, more: bootPlugin, ...parts }), 'src/main/java/com/example/Application.java': bootMain, ...files };
}
