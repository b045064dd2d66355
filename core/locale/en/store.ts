import type { store as ar } from '../ar/store.ts'

export const store: Record<keyof typeof ar, string> = {
  title: 'Store health',
  'cut-off':
    'Midad closed suddenly the last time. Everything that it reported as saved is there; check what you wrote last before you go on.',
  'is-sound': 'All in the store is sound',
  'is-damaged': 'There is damage in the store',
  unchecked: 'The store has not been checked yet',
  'file-damaged':
    'The store’s file is damaged. Close Midad and open it again: everything that proves sound is recovered into a new store, and the damaged file is kept as it is.',
  'read-only': 'The store is open for reading only.',
  'last-write': 'Last saved to the disk',
  'last-backup': 'Last backup that was checked',
  never: 'Nothing yet',
  articles: 'Articles',
  place: 'Where the store is',
  backups: 'Backups',
  'backups-rule':
    'A copy is made every day and before every upgrade, and all of it is opened and checked. The last seven daily, four weekly and six monthly ones are kept.',
  'back-up': 'Back up now and check',
  'backing-up': 'The store is being copied and checked…',
  'backup-failed': 'The last attempt at a backup failed. Make sure that the disk is connected and has space.',
  'backup-unsound':
    'There is damage in the store, and in the last copy as well. Older sound copies are kept as they are.',
  'no-backups': 'No backups yet.',
  sound: 'Sound',
  unsound: 'Damaged',
  size: '{megabytes} MB',
  restore: 'Restore from it…',
  'restore-question': 'Restoring what the backup has',
  'restore-text': 'What the backup has and the store has not is added to it. What is in the store stays as it is.',
  'restore-yes': 'Restore what is missing',
  'restore-other': 'Restore from a backup elsewhere',
  'restore-path': 'Path of the backup’s file',
  folder: 'A folder for backups on another disk',
  'folder-hint':
    'Such as a USB stick that comes and goes: when it is there, it gets a copy every day. Without one, copies lie beside the store alone, and are lost with it when the disk fails.',
  damaged: 'Damaged articles',
  'damaged-text': 'Their stored text is damaged. Bring each back from its last sound version, or from a backup.',
  'damaged-sources': 'Show its sound copies',
  'no-sources':
    'There is no sound version of it in this store or its backups. Connect the disk with older backups and try again.',
  'from-revision': 'A kept version',
  'from-backup': 'From a backup',
  'bring-back': 'Bring back',
  'damaged-pictures': 'Pictures that are damaged or missing',
  'damaged-rows':
    '{count, plural, one {One line of the history or the versions is damaged} other {# lines of the history or the versions are damaged}}',
  recovery: 'What was recovered',
  'recovery-damaged':
    'The store’s file was damaged, so a new store was made of everything that proved sound. The damaged file is kept as it is in “{source}”.',
  'recovery-log':
    'The last change was cut off when Midad closed suddenly; the part that proved whole was recovered. Check what you wrote last. What could not be read is kept as it is in “{source}”.',
  'recovery-backup': 'What was missing was restored from “{source}”.',
  'restored-by': 'Restored by {by}.',
  recovered: '{count, plural, =0 {No articles} one {One article as it was} other {# articles as they were}}',
  older: 'Recovered in an older version',
  lost: 'Articles without a sound text',
  'missing-pictures': 'Pictures of which no sound copy was found',
  others: 'Of another store, or of an earlier version of Midad',
  retry: 'Try again',
  checked: 'Last checked:',
  checking: 'The store is being checked…',
  'check-now': 'Check now',
  stop: 'Stop the backup',
  restoring: 'What is missing is being restored…',
  holds: '{count, plural, =0 {no articles} one {one article} other {# articles}}',
  'folder-choose': 'Choose a folder',
  'folder-other': 'Choose another',
  'folder-here': 'Back up to here',
  'folder-none': 'Keep no copies elsewhere',
  'brought-back-count': '{count, plural, one {One article was brought back.} other {# articles were brought back.}}',
  'damaged-pictures-text':
    'Connect the disk with a backup and restore from it, or add the picture from its original file at its place in the article.',
  open: 'Open the store’s health',
  'was-cut':
    'Midad closed suddenly the last time, and the last change was not whole on the disk. The part that proved whole was recovered; check what you wrote last.',
  'was-recovered':
    'The store’s file was damaged, so what it held was recovered into a new store. The damaged file is kept as it is.',
  'all-points': 'All its versions',
}
