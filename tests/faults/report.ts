import type { Row } from './row.ts'

function line({ fault, times, losses, notes, skipped }: Row): string {
  if (skipped !== undefined) return `| ${fault} | — | — | ${skipped} |`
  return `| ${fault} | ${times.toLocaleString('en')} | ${losses.length === 0 ? 'nothing' : losses.length} | ${notes.join('; ')} |`
}

/** @returns the page of `docs/reliability.md`. */
export function page(rows: readonly Row[], seed: number): string {
  const losses = rows.flatMap((row) => row.losses.map((words) => `- ${row.fault}: ${words}`))
  return `# Reliability

Which faults were injected into Midad's store, and what was lost. Lost means: a word that the service had acknowledged is
gone, a wrong text is shown as right, or a fault is not reported to the person. Every fault is real: processes are killed,
system calls of the real SQLite fail, bytes of real files are changed.

Repeat it with \`npm run faults\` (about twenty minutes on an idle machine). \`npm run faults -- "power cuts"\` runs a part and
updates its lines here; \`--seed N\` chooses other times and places. A short form runs with \`npm test\`. Power cuts and failing
calls need gcc, full disks and read-only media need root; without them those rows say that they were skipped. This run had
the seed ${seed}.

## What came out

| fault | times | lost | what else |
|---|---|---|---|
${rows.map(line).join('\n')}

${losses.length === 0 ? 'Nothing was lost.' : losses.join('\n')}

## What each of them means

**kill -9.** A program types like a window, through the window's own autosave and wire protocol, in bursts with pauses, for
up to five seconds. Then the service is killed and the store opened again. The recovered text must be a prefix of the typed
text, with everything that was acknowledged and everything that was typed more than two seconds before. In Chromium the keys
are real; after the service is killed the window must not show the text as saved, and must still have it.

**A power cut.** A library under the process (\`tests/faults/native/shim.c\`) records every write, sync, truncation, creation,
renaming and removal of a day's work, and the times at which the service acknowledged something. The day has checkpoints,
backups, pictures, the bin and a restart; half of the cuts fall into a day that begins with the upgrade of a store of
version 1. The record is then replayed up to a point, on a disk that promises only what POSIX does: a write is durable after
a sync of its file, a name after a sync of its folder, and everything else may or may not be there, in sectors of 512 bytes
and in any order. The store must open without a recovery, with everything that was acknowledged. The same day with
\`synchronous=NORMAL\` must lose something, which shows that the test can find a loss.

**Failing calls.** The calls are those of a save, a save with a checkpoint, a transition, an added picture, and of opening an
existing and a new store. Each of them fails once alone and once with all later ones, with EIO and with ENOSPC. The service
must refuse with the matching code, the text before must be there, and the same request must succeed once nothing fails.

**Full, read-only, moved.** On a small medium that is filled to its last byte, the service gives up its ballast, so that a
short text can be saved, the bin emptied and a package exported. Opened without any space, the store can be read. On a
read-only medium a store is read together with its log. When the file of an open store, its log or its whole folder is
removed, or another file is put in its place, the next save writes the store back before it is acknowledged, and keeps the
other file. When another file is copied over it, saves are refused, and the next opening recovers. When the folder is gone,
as with a medium that is pulled out, saves are refused until it is back.

**Damage.** A bit is flipped or a page of 4,096 bytes zeroed, in a store that was closed and in the log of one that was cut
off. Everything that a person can see is then compared with the original: lists, bin, texts, versions with their texts,
steps. \`harmless\`: nothing differs. \`shown as damaged\`: the service reports every difference as damage, and offers a version
or a backup. \`recovered\`: at this opening or the next, everything that its hashes prove was moved into a new store, or
recovered from the log, and older or lost content is listed. \`refused\`: the file claims a later version.

**Together.** Two processes, two windows, a clock that is set back, a store of the version before and of a later one: judged
by the text that a person reads and by the order of lists.

**Migrations.** A process kills itself after every statement of the migrations, with so little memory that pages reach the
disk before. The store must then have exactly the tables of the old version or of the new one. Every statement is also made
to fail, after which the store must be unchanged.

**Random actions.** A seed decides 3,000 actions in one window: keys, presses, drags, menus, panels, dialogs, pasted texts,
pictures, compositions of an input method, undo, find, comparisons of two versions, other screens. After each of them the
text or a control has the focus, the article is lawful, each text is drawn as it is, no error was reported, and what was
typed is there; at the end the store has the text. \`npm run faults -- monkeys --seed N\` begins with another seed. A failure
is repeated with fewer and fewer actions, and printed with those that it needs. A short form runs with \`npm test\`.

**Merging.** Articles are generated with every type of block, and two sides change each: as an editor does, as only a file from
elsewhere can, or as another article altogether. The difference must make one version of the other and back; any of its parts
must make a lawful article with exactly its words; a merge must be the same from both sides and on two machines, with every
word of both, or a clash that offers it; and followed words must be those that were there. \`npm run faults -- changes\` runs
it; a short form runs with \`npm test\`.

## What is not covered

- A disk that reports a sync as done while the data are still in volatile memory.
- Damage to derived or convenient data: word counts, the caret, the search index. They have no seals. The index is rebuilt
  when SQLite finds it damaged, and word counts with it.
- Damage to settings and to the record of exports, which have no seals. A setting that cannot be read counts as not set.
- Damage to two places at once. Text is still never shown wrong, because its hash must match, but more can be lost.
- A recovered store does not report how many versions and steps of the history it could not read: it lists articles only.
- A store of version 1 that is damaged before its upgrade: its rows have no seals, so it is refused and left as it is.
- Windows and macOS: the faults are injected on Linux, where the calls can be intercepted. The code that handles them is the
  same.
- A damaged store on a read-only medium: it is refused. Copied to another folder, it opens and is recovered.
- A medium that becomes read-only while the store is open: Linux does not allow that while a file is being written.
`
}
