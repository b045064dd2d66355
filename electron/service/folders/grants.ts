import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { listDestinations } from '#db/tables/destinations.ts'
import { getMark, setMark } from '#db/tables/marks.ts'
import { getSettings } from '#db/tables/settings.ts'

/**
 * How windows choose folders. `dialog`: in the shell's own dialog, which no script can answer. `list`: from lists in the
 * page, because a browser's dialog does not reveal paths.
 */
export type FolderChoice = 'dialog' | 'list'

/** The folders that a person chose for Midad to write to and read from. They stay chosen, with all that lies below. */
export type Grants = {
  /** Remembers a folder that a person chose. */
  add(folder: string): void
  /** @throws ContractError `folder-not-chosen` when it was not chosen, and lies below none that was. */
  require(folder: string): void
  /** @throws ContractError `folder-not-chosen` when windows must not see what lies there. */
  requireListable(folder: string): void
  /** @throws ContractError `folder-not-chosen` when a window must not choose it. */
  requireChoosable(folder: string): void
}

type Places = { store: Store; home: string; keyFolder: string; choice: FolderChoice | null }

/** How many choices are remembered: the newest. */
const MOST_GRANTS = 200

/** Folders in the home folder where programs keep their own files, or start what they find. */
const PROGRAMS: ReadonlySet<string> = new Set(['AppData', 'Library'])

/** @param choice null where a person names every path, as on the command line: nothing is refused there */
export function createGrants({ store, home, keyFolder, choice }: Places): Grants {
  const atHome = realPath(home)
  let chosen = getMark(store.db, 'chosen-folders') ?? []
  const isOurs = (path: string): boolean => [store.folder, keyFolder].some((ours) => isBelow(path, realPath(ours)))
  /** Whether a path leads through a hidden folder below another. */
  const isHidden = (path: string, below: string): boolean => {
    const names = relative(below, path).split(sep)
    return names.some((name) => name.startsWith('.')) || (below === atHome && PROGRAMS.has(names[0] ?? ''))
  }
  const isShown = (path: string): boolean => {
    const root = isBelow(path, atHome) ? atHome : resolve(path, sep)
    return path === root || !isHidden(path, root)
  }
  /** Also what was chosen before choices were remembered, or on the command line. */
  const all = (): string[] => {
    const { exportFolder, backupFolder, postFolder } = getSettings(store.db)
    const destinations = listDestinations(store.db).flatMap(({ config }) =>
      config.kind === 'folder' ? [config.folder] : [],
    )
    return [
      ...chosen,
      ...[exportFolder, backupFolder, postFolder, ...destinations].filter((path) => path !== '').map(realPath),
    ]
  }
  const covers = (path: string): boolean =>
    all().some((root) => path === root || (isBelow(path, root) && !isHidden(path, root)))
  const check = (folder: string, isAllowed: (path: string) => boolean): void => {
    if (choice === null) return
    if (!isAbsolute(folder) || !isAllowed(realPath(folder))) {
      throw new ContractError('folder-not-chosen', { path: folder })
    }
  }
  return {
    add(folder) {
      const path = realPath(folder)
      chosen = [...chosen.filter((other) => other !== path), path].slice(-MOST_GRANTS)
      if (!store.readOnly) setMark(store.db, 'chosen-folders', chosen)
    },
    // The home folder is where packages go as long as none was chosen. What lies below it must be chosen.
    require: (folder) => check(folder, (path) => !isOurs(path) && (path === atHome || covers(path))),
    requireListable: (folder) =>
      check(folder, (path) => path === atHome || covers(path) || (choice === 'list' && isShown(path))),
    requireChoosable: (folder) => check(folder, (path) => choice === 'list' && !isOurs(path) && isShown(path)),
  }
}

/** @returns a path without symbolic links, so that none leads out of a folder. What does not exist has none. */
function realPath(path: string): string {
  const absolute = resolve(path)
  try {
    return realpathSync.native(absolute)
  } catch {
    // It does not exist, or may not be read: the folder around it decides.
    const parent = dirname(absolute)
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute))
  }
}

/** @returns whether a path is a folder or lies below it. */
function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
