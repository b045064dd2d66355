import { createContext, useContext } from 'react'
import type { Asking } from './actions/action.ts'

const Context = createContext<(what: Asking) => void>(() => {})

export const AskProvider = Context.Provider

/** @returns the function that opens what an action must ask, for the views of blocks. */
export const useAsk = (): ((what: Asking) => void) => useContext(Context)
