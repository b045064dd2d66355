import { createContext } from 'react'

/** What an empty caption says it is for; null for that of a picture. */
export const CaptionHint = createContext<string | null>(null)
