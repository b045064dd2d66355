import type { merging as ar } from '../ar/merging.ts'

export const merging: Record<keyof typeof ar, string> = {
  title: 'Merge two texts',
  lead: 'Your text, and another text of the same article: {name}. Nothing is merged before you press “Merge”.',
  merge: 'Merge',
  open: '{count, plural, =0 {} one {One clash is not settled.} other {# clashes are not settled.}}',
  ready:
    'Nothing is left to settle. The merge is one step that Ctrl+Z undoes, and your text before it stays among the versions.',
  clashes: 'What needs your decision',
  'clashes-lead': 'Both texts changed the same place. Until you choose, it stays as it was before both.',
  clash: 'Clash {number} of {count}',
  which: 'What stays in clash {number}',
  ours: 'Your text',
  theirs: 'The other text',
  neither: 'As it was before both',
  proposal: 'Your text, the other as a proposal',
  'as-it-was': 'Stays as it is in the rest of the article.',
  result: 'The article after the merge',
  counts:
    'From your text: {ours, plural, =0 {nothing} one {one place} other {# places}}. From the other text: {theirs, plural, =0 {nothing} one {one place} other {# places}}. From both: {both, plural, =0 {nothing} one {one place} other {# places}}.',
  view: 'Show',
  'view-all': 'All that changed',
  'view-theirs': 'What comes into your text',
  'view-ours': 'What the other text lacks',
  'by-ours': 'from your text',
  'by-theirs': 'from the other text',
  'by-both': 'from both',
  nothing: 'Nothing.',
  doubled:
    '{count, plural, =0 {} one {Each text moved these words to another place, so they stand in the article twice. Delete one of them after the merge:} other {Each text moved these words to another place, so they stand in the article twice. Delete the repeated ones after the merge:}}',
  done: 'The texts were merged. Your text before the merge is kept among the versions, and Ctrl+Z brings it back.',
  begin: 'Merge the texts',
  version: 'Merge this version into the text',
  'read-only': 'The other text can be merged once the article can be edited, in the mode “Edit”.',
  'other-window': 'another window',
  kept: 'The text of the file is kept among the versions of the article here, so there is nothing new to merge.',
  'no-base': 'The version from which both this file and the article here came is not known, so they cannot be merged.',
}
