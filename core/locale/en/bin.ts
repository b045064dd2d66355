import type { bin as ar } from '../ar/bin.ts'

export const bin: Record<keyof typeof ar, string> = {
  title: 'Bin',
  intro: 'What is put here stays for {days} days, and is then removed for good.',
  'empty-title': 'The bin is empty',
  'empty-text': 'Articles that you put here stay for thirty days, and you can take them out whenever you like.',
  deleted: 'Deleted',
  'take-out': 'Take out',
  empty: 'Empty the bin…',
  'empty-question': 'Emptying the bin',
  'empty-goes':
    '{count, plural, one {One article is removed for good, with all its versions and its history. In this store there is no way back:} other {# articles are removed for good, with all their versions and their history. In this store there is no way back:}}',
  'empty-more': '{count, plural, one {and one more} other {and # more}}',
  'empty-yes': 'Remove for good',
  put: 'Put into the bin',
  'put-question': 'Putting the article into the bin',
  'put-text':
    'It leaves the library and the search, and stays in the bin for {days} days, from which you can take it out.',
}
