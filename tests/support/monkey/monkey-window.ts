import type { CDPSession, Page } from '@playwright/test'
import type { Draw } from './draw.ts'
import type { Look } from './look.ts'

/** A window with an article that the monkey writes in. */
export type MonkeyWindow = {
  page: Page
  session: CDPSession
  articleId: string
  /** What the window showed after the last action. */
  seen: Look
}

/** Does one thing in a window. @returns what it did, in words. */
export type Act = (window: MonkeyWindow, draw: Draw) => Promise<string>

/** A point of the window, in pixels. */
export type Spot = { x: number; y: number; words: string }
