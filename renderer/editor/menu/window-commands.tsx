import { createContext, useContext } from 'react'
import type { Command } from './command.ts'

/** What the palette offers on every screen, besides the commands of the screen itself. */
export type WindowCommands = {
  commands: readonly Command[]
  /** @returns what a typed text finds in the store, as commands that open it. */
  search: (typed: string) => Promise<readonly Command[]>
}

const Context = createContext<WindowCommands>({ commands: [], search: () => Promise.resolve([]) })

export const WindowCommandsProvider = Context.Provider
export const useWindowCommands = (): WindowCommands => useContext(Context)
