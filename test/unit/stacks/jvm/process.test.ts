import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { jvm } from '../../../../lib/stacks/jvm/jvm.js';
import { appWith } from '../../../support/briefs.js';

const repository = memoryRepository({ 'src/main/java/com/example/ReportMailer.java': 'package com.example;\nclass ReportMailer {\n  public static void main(String[] args) {}\n}\n' });
const command = (start: readonly string[]) => jvm.findProcess(repository, appWith({ stack: 'jvm', commands: { start } }), 'report-mailer')?.command;

describe('a process of the JVM', () => {
  it('is the main class that goes by the name, started as the app is', () => {
    assert.deepEqual(command(['java', '-cp', 'lib/*', 'com.example.Main']), ['java', '-cp', 'lib/*', 'com.example.ReportMailer']);
    assert.deepEqual(command(['java', '-jar', 'app.jar']), ['java', '-cp', 'app.jar', 'com.example.ReportMailer']);
    assert.deepEqual(command(['java', 'org.springframework.boot.loader.JarLauncher']), ['java', '-cp', 'BOOT-INF/classes:BOOT-INF/lib/*', 'com.example.ReportMailer']);
  });
  it('is nothing where no class has the name', () => assert.equal(jvm.findProcess(repository, appWith({ stack: 'jvm', commands: { start: ['x'] } }), 'other'), undefined));
});
