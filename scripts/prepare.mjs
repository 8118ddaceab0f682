// Builds all that the npm package holds. `npm pack` and `npm publish` run it first, and so does whoever installs the package from its
// repository, as pre-commit does: npm asks a repository for `prepare` alone.
import { build, installDependencies } from './lib/dependencies.mjs';
import { writeDeclarations } from './lib/declarations.mjs';

await installDependencies();
await build();
await writeDeclarations();
