import type { publish as ar } from '../ar/publish.ts'

export const publish: Record<keyof typeof ar, string> = {
  'problem-not-a-zip': 'this is not a valid zip file',
  'problem-too-large': 'its content is larger than is checked',
  'problem-unsafe-path': 'a path that leaves the package’s folder',
  'problem-symlink': 'a symbolic link, which no package may have',
  'problem-duplicate-entry': 'the same file twice',
  'problem-not-a-bag': 'the package is not a BagIt bag',
  'problem-unsupported-bag-version': 'an unknown version of BagIt',
  'problem-bad-manifest': 'a damaged manifest',
  'problem-missing-file': 'a missing file',
  'problem-extra-file': 'an extra file that no manifest lists',
  'problem-checksum-differs': 'a changed file: its checksum is not the recorded one',
  'problem-oxum-differs': 'the number or size of the files is not the recorded one',
  'problem-bad-package-json': 'package.json is damaged or incomplete',
  'problem-bad-article': 'the article in the package is damaged',
  'file-ok': 'sound',
  'file-changed': 'changed',
  'file-missing': 'missing',
  'file-extra': 'extra',
  valid:
    'The package is sound: {count, plural, =0 {it has no files} one {# file matches its checksum} other {# files match their checksums}}.',
  invalid: 'The package is not sound.',
}
