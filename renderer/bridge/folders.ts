import type { CallOutput } from '#core/contract/contract.ts'
import { call, folderDialog } from './client.ts'

/** The folders of this machine: as the shell's own dialog, where it has one, or looked through one by one. */
export const folders = {
  /** @returns the folder that was chosen, null when none was. Null where the shell has no such dialog. */
  dialog: folderDialog,
  /** @returns what is in a folder; null asks for the person's home. @throws ContractError */
  list: (folder: string | null): Promise<CallOutput<'publish.folders'>> => call('publish.folders', { folder }),
}
