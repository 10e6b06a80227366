import { writeFileSync } from 'node:fs';

/** Leaves a file in the build whose time says when it was made, for `./litemaas start` to compare with the sources. */
export function stampOfBuild() {
  return {
    name: 'stamp-of-build',
    apply: 'build',
    writeBundle: ({ dir }) => writeFileSync(`${dir}/.built`, ''),
  };
}
