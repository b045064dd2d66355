import type { CDPSession, Page } from '@playwright/test'
import type { Client } from '../connect.ts'
import type { Draw } from './draw.ts'
import type { Look } from './look.ts'

/** What else may use the store. */
export type Elsewhere = {
  client: () => Promise<Client>
  /** Opens another window. */
  open: () => Promise<Page>
}

/** A window with an article that the monkey writes in. */
export type MonkeyWindow = {
  page: Page
  session: CDPSession
  articleId: string
  /** What the window showed after the last action. */
  seen: Look
  elsewhere: Elsewhere
  /** A second window that shows the article; null for none. */
  onlooker: Page | null
}

/** Does one thing in a window. @returns what it did, in words. */
export type Act = (window: MonkeyWindow, draw: Draw) => Promise<string>

/** A point of the window, in pixels. */
export type Spot = { x: number; y: number; words: string }
