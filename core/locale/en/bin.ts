import type { bin as ar } from '../ar/bin.ts'

export const bin: Record<keyof typeof ar, string> = {
  title: 'Bin',
  intro: 'What is put here stays for {days} days, and is then removed for good.',
  'empty-title': 'The bin is empty',
  'empty-text': 'Articles that you put here stay for {days} days, and you can take them out whenever you like.',
  list: 'Articles in the bin',
  deleted: 'Put here',
  left: '{days, plural, =0 {Removed today} one {Removed in one day} other {Removed in # days}}',
  damaged: 'Damaged: recover it in “Store health”',
  select: 'Choose “{headline}”',
  'take-out': 'Take out',
  'take-out-named': 'Take “{headline}” out of the bin',
  'taken-out': '“{headline}” is back in the library.',
  removed:
    '{count, plural, =0 {No article was removed.} one {One article was removed for good.} other {# articles were removed for good.}}',
  open: 'Open it',
  empty: 'Empty the bin…',
  'remove-chosen': '{count, plural, one {Remove the chosen one…} other {Remove the # chosen…}}',
  'empty-question': 'Emptying the bin',
  'chosen-question': 'Removing for good',
  'empty-goes':
    '{count, plural, one {One article is removed for good, with all its versions and its history. In this store there is no way back:} other {# articles are removed for good, with all their versions and their history. In this store there is no way back:}}',
  'empty-more': '{count, plural, one {and one more} other {and # more}}',
  'empty-yes': 'Remove for good',
  more: 'Show more',
  put: 'Put into the bin',
  'put-named': 'Put “{headline}” into the bin',
  'put-done': '“{headline}” was put into the bin.',
  'put-undone': '“{headline}” is back where it was.',
  undo: 'Undo',
  unsaved:
    'The window holds text that is not saved yet, so the article was not put into the bin. Save it, then try again.',
  'by-itself': 'Midad, after thirty days in the bin',
}
