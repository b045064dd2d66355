import type { CallOutput } from '#core/contract/contract.ts'
import { call, folderDialog } from './client.ts'

/** Two ways to choose a folder of this machine: the shell's own dialog, if it has one, or lists of folders. */
export const folders = {
  /** @returns the function that opens the dialog; null if the shell has none. */
  dialog: folderDialog,
  /** Chooses a folder that the lists show. @throws ContractError */
  choose: async (folder: string): Promise<void> => void (await call('publish.chooseFolder', { folder })),
  /** @returns the folders in a folder; null for the home folder. @throws ContractError */
  list: (folder: string | null): Promise<CallOutput<'publish.folders'>> => call('publish.folders', { folder }),
}
