// What `npm pack` and `npm publish` run first: builds all that the npm package holds.
import { build, installDependencies } from './lib/dependencies.mjs';
import { writeDeclarations } from './lib/declarations.mjs';

await installDependencies();
await build();
await writeDeclarations();
