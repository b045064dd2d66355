import type { CDPSession, Page } from '@playwright/test'

type Key = { key: string; code: string; windowsVirtualKeyCode: number }

const MODIFIERS = { Control: 2, Shift: 8 } as const
type Modifier = keyof typeof MODIFIERS

const KEYS: Readonly<Record<string, Key>> = {
  Control: { key: 'Control', code: 'ControlLeft', windowsVirtualKeyCode: 17 },
  Shift: { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowUp: { key: 'ArrowUp', code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  Home: { key: 'Home', code: 'Home', windowsVirtualKeyCode: 36 },
  End: { key: 'End', code: 'End', windowsVirtualKeyCode: 35 },
  Backspace: { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 },
  Delete: { key: 'Delete', code: 'Delete', windowsVirtualKeyCode: 46 },
}

function keyOf(name: string): Key {
  const key = KEYS[name]
  if (key === undefined) throw new Error(`There is no key ${name}`)
  return key
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const open = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, open)
  return open
}

/**
 * Presses keys one after another, written as Playwright writes them (`Control+Shift+ArrowLeft`). The browser gets them
 * as real keys and handles them in order, but nothing waits for one before the next is sent.
 */
export async function pressKeys(page: Page, keys: readonly string[]): Promise<void> {
  const session = await sessionOf(page)
  const sent: Promise<unknown>[] = []
  const send = (type: 'rawKeyDown' | 'keyUp', name: string, modifiers: number): void => {
    sent.push(session.send('Input.dispatchKeyEvent', { type, modifiers, ...keyOf(name) }))
  }
  for (const written of keys) {
    const names = written.split('+')
    const held = names.slice(0, -1) as Modifier[]
    let modifiers = 0
    for (const modifier of held) {
      modifiers |= MODIFIERS[modifier]
      send('rawKeyDown', modifier, modifiers)
    }
    send('rawKeyDown', names.at(-1) ?? '', modifiers)
    send('keyUp', names.at(-1) ?? '', modifiers)
    for (const modifier of held.toReversed()) {
      modifiers &= ~MODIFIERS[modifier]
      send('keyUp', modifier, modifiers)
    }
  }
  await Promise.all(sent)
}

/**
 * Types letters by keys, as a keyboard of their language does. `page.keyboard.type` has a key only for the letters of one
 * keyboard; others come as input without a key, as from dictation, and reach nothing where no text has the focus.
 */
export async function typeByKeys(page: Page, letters: string): Promise<void> {
  const session = await sessionOf(page)
  const sent = Array.from(letters).flatMap((key) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ])
  await Promise.all(sent)
}
