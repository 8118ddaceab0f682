// npm run package: builds the extension and packs it into starwright-<version>.vsix.
import { build, installDependencies } from './lib/dependencies.mjs';
import { packageExtension } from './lib/package.mjs';

await installDependencies();
await build();
await packageExtension();
