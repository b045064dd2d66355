import type { Row } from './row.ts'

function line({ fault, times, losses, notes, skipped }: Row): string {
  if (skipped !== undefined) return `| ${fault} | — | — | ${skipped} |`
  return `| ${fault} | ${times.toLocaleString('en')} | ${losses.length === 0 ? 'nothing' : losses.length} | ${notes.join('; ')} |`
}

/** @returns the page of `docs/reliability.md`. */
export function page(rows: readonly Row[], seed: number): string {
  const losses = rows.flatMap((row) => row.losses.map((words) => `- ${row.fault}: ${words}`))
  return `# Reliability

What was done to Midad's store on purpose, and what was lost by it. Lost is every word that the service had acknowledged
and that is not there afterwards, every text that is shown as right and is not, and every fault that a person is not told
of. All of it is injected for real: into processes that are killed, into the system calls of the real SQLite, into the
bytes of real files.

Repeat it with \`npm run faults\` (some ten minutes on a machine of its own; \`npm run faults -- "power cuts"\` for a part, whose
lines it renews here; \`--seed N\` for other moments and places). A short form of it runs with
\`npm test\`. The power cuts and the failing calls need gcc, the full disks and read-only media need root; without them
those rows say that they were skipped. This run had the seed ${seed}.

## What came out

| fault | times | lost | what else |
|---|---|---|---|
${rows.map(line).join('\n')}

${losses.length === 0 ? 'Nothing was lost.' : losses.join('\n')}

## What each of them means

**kill -9.** A program types as a window does, through the window's own autosave and over its own wire, in bursts with
pauses, for up to five seconds; then the service is killed, and the store opened anew. What came back must be the
beginning of what was typed, with all that was acknowledged, and with all that was typed more than two seconds before.
In Chromium the keys are real ones; after the service is killed the window must not call the text saved, and still have it.

**A power cut.** A library under the process (\`tests/faults/native/shim.c\`) writes down every write, sync, truncation,
new name, renaming and removal of a day's work, with the moments at which the service acknowledged something. The day
has checkpoints, backups, pictures, the bin and a restart; half of the cuts fall into a day that begins with the upgrade
of a store of version 1. The record is then replayed up to a point on a disk that promises only what POSIX does: a write
is there after a sync of its file, a name after a sync of its folder, and everything else perhaps, by sectors of 512
bytes, in any order. The store must open without a recovery, with everything that had been acknowledged. The same day with
\`synchronous=NORMAL\` must lose something: that shows that the test can find a loss.

**Failing calls.** Each system call of a save, of a save with a checkpoint, of a transition, of a picture that is added, and
of the opening of a store that is there and of one that is not, fails once alone, and once with all that follow it, with
EIO and with ENOSPC. The service must refuse with the code of the reason, the text before must be there, and the same call
must be done when nothing fails any more.

**Full, read-only, moved.** On a small medium that is filled to its last byte the service gives up its ballast, so that a
short text can be saved, the bin emptied and a package exported; opened without any room the store can be read. On a
read-only medium a store is read with what is only in its log. When the file of an open store, its log, or all of its
folder is removed, or another file put in its place, the next save writes the store back before it is acknowledged, and
keeps what was put there; when another file is copied over it, saves are refused, and the next opening recovers. When the
whole folder is gone, as with a medium that is pulled out, saves are refused until it is back.

**Damage.** A bit is flipped or a page of 4,096 bytes zeroed, in a store that was closed and in the log of one that was cut
off; everything that a person can be shown is then compared with what it was: lists, bin, texts, points of the history and
their texts, steps. \`harmless\`: nothing differs. \`shown as damaged\`: the service says of what differs that it is damaged,
and offers it from a revision or a backup. \`recovered\`: at this opening or the next one everything that could be proven by
its hashes was brought into a new store, or forward out of the log, and what is older or lost is listed. \`refused\`: the file
says that it is of a later version.

**Together.** Two processes, two windows, a clock that is set back, a store of the version before and of one after, by the
words that a person reads and the order of what is listed.

**Migrations.** A process kills itself after every statement of the migrations, with so little memory that pages go to the
disk before; then the store must have exactly the tables of the old version, or of the new one. And every statement is made
to fail, after which the store must be as it was.

## What is not covered

- A disk that lies: one that says of a sync that it is done, and has it in a memory that the power takes away.
- Damage to what is only derived or convenient: the number of words in a list, the place of the caret, the search index.
  It is not sealed; the index is made anew when SQLite finds it damaged, and counts with it.
- Damage to settings and to the record of exports, which carry no seal. A setting that cannot be read is as if never set.
- Damage to two places at once. What is proven by its hash is still never shown wrong, but more can be lost.
- A recovered store does not say how many points and steps of the history it could not read: only articles are listed.
- A store of version 1 that is damaged before its upgrade: its rows have no seals, so it is refused and left as it is.
- Windows and macOS: the faults are injected on Linux, where the calls can be had. The code that answers them is the same.
- A store that is damaged and lies on a read-only medium: it is refused, and can be copied to another folder and opened
  there, which recovers it.
- A medium that is made read-only while the store is open on it: Linux does not do that while a file is being written.
`
}
