import dependenciesTemplate from '../../../templates/application/jvm/dependencies.gradle.ejs';
import releaseTemplate from '../../../templates/application/jvm/release.sbt.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageOnRuntime } from '../../catalog/images.js';
import type { Argv } from '../../discovery/findings.js';
import { stageTask } from './build.js';

/** Where a build tool keeps what it downloads, instead of in a home folder that another user cannot read. */
export const toolFolder = '/opt/build-tool';

/** A build tool in an image. */
export interface BuildTool {
  readonly image: string;
  readonly environment: readonly (readonly [string, string])[];
  /** Lines that put the tool into the image, where it is not there. */
  readonly setup: readonly string[];
  /** Downloads what the manifests name. */
  readonly fetch: Argv;
  /** Downloads what only a run of the tests needs; null where fetching did. */
  readonly fetchTests: Argv | null;
  /** Put beside the Dockerfile and into the image. */
  readonly script: { readonly file: string; readonly target: string; readonly content: string } | null;
}

const isWrapped = (app: AppBrief): boolean => app.installFiles.includes('mvnw') || app.installFiles.includes('gradlew');

/** The words with which the app's commands call the tool. */
function programOf(app: AppBrief): Argv {
  const build = app.commands.build ?? [];
  return build[0] === 'sh' ? build.slice(0, 2) : build.slice(0, 1);
}

function maven(app: AppBrief): BuildTool {
  const program = programOf(app);
  return {
    image: isWrapped(app) ? imageOfVersion('temurin-jdk', app.version) : imageOnRuntime('maven', app.version),
    environment: [['MAVEN_USER_HOME', toolFolder], ['MAVEN_OPTS', `-Dmaven.repo.local=${toolFolder}/repository`]],
    setup: [],
    // modules of the reactor that need one another are not built yet: what cannot be resolved now is when they are
    fetch: [...program, '-B', '-ntp', '-fn', 'dependency:go-offline'],
    fetchTests: [...program, '-B', '-ntp', '-Dtest=NoTestHasThisName', '-DfailIfNoTests=false', '-Dsurefire.failIfNoSpecifiedTests=false', 'test'],
    script: null,
  };
}

/** From version 9 on Gradle itself needs Java 17, whatever it compiles for. */
function gradleJava(app: AppBrief): string {
  const needs = isWrapped(app) && Number.parseInt(app.packageManager.version ?? '8', 10) < 9 ? 8 : 17;
  return String(Math.max(needs, Number(app.version)));
}

function gradle(app: AppBrief): BuildTool {
  return {
    image: isWrapped(app) ? imageOfVersion('temurin-jdk', gradleJava(app)) : imageOnRuntime('gradle', gradleJava(app)),
    environment: [['GRADLE_USER_HOME', toolFolder]],
    setup: [],
    fetch: [...programOf(app), '--no-daemon', '-Dorg.gradle.configuration-cache=false', '-I', '/opt/dependencies.gradle', 'downloadDependencies'],
    fetchTests: null,
    script: { file: 'dependencies.gradle', target: '/opt/dependencies.gradle', content: dependenciesTemplate },
  };
}

function sbt(app: AppBrief): BuildTool {
  const options = ['boot.directory=boot', 'global.base=global', 'ivy.home=ivy', 'coursier.home=coursier-home'].map((option) => `-Dsbt.${option.replace('=', `=${toolFolder}/`)}`);
  return {
    // Maven gets the launcher from where Maven gets everything, mirrors of the user's settings included
    image: imageOnRuntime('maven', app.version),
    environment: [['COURSIER_CACHE', `${toolFolder}/coursier`], ['SBT_OPTS', options.join(' ')]],
    setup: [
      '# any launcher of sbt 1 starts the version that project/build.properties names',
      `RUN mvn -B -ntp dependency:copy -Dartifact=org.scala-sbt:sbt-launch:${launcherVersion(app)} -DoutputDirectory=/opt -Dmdep.stripVersion=true`,
      `RUN printf '#!/bin/sh\\nexec java $SBT_OPTS -jar /opt/sbt-launch.jar "$@"\\n' > /usr/local/bin/sbt && chmod 0755 /usr/local/bin/sbt`,
    ],
    fetch: ['sbt', 'update'],
    fetchTests: null,
    // settings in this folder count for every project (scala-sbt.org, global settings)
    script: (app.commands.build ?? []).some((word) => word === stageTask || word.endsWith(`/${stageTask}`)) ? { file: 'release.sbt', target: `${toolFolder}/global/release.sbt`, content: releaseTemplate } : null,
  };
}

const launcherVersion = ({ packageManager }: AppBrief): string => (/^1\.\d+\.\d+$/u.test(packageManager.version ?? '') ? packageManager.version! : '1.10.7');

export function buildTool(app: AppBrief): BuildTool {
  switch (app.packageManager.name) {
    case 'gradle': return gradle(app);
    case 'sbt': return sbt(app);
    default: return maven(app);
  }
}
