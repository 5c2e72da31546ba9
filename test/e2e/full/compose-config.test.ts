import { acceptsEveryConfiguration } from '../../support/compose-config.js';
import { describeOnEngine } from '../../support/engine.js';

describeOnEngine('full', 'docker compose config', () => {
  it('accepts sixty random briefs in every environment, without a warning', function sixty() {
    this.timeout(600_000);
    acceptsEveryConfiguration(60);
  });
});
