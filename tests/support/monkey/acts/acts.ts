import type { Act } from '../monkey-window.ts'
import { lookOn, writeElsewhere } from './elsewhere.ts'
import { edit, move, otherKey, shortcut, undoOrRedo, windowKey } from './keys.ts'
import { blockHandle, click, drag, pressWithin } from './mouse.ts'
import { addPictures, cutAndPaste, pasteForeign } from './pasting.ts'
import { compare, find, goAway, resize } from './screens.ts'
import { compose, slashMenu, typeSign, typeWord } from './typing.ts'

/** Menus, dialogs and the palette: what is drawn over the window. */
const OVER = 'body > :not(#root)'

/** Everything that the monkey does, and how often it does each. */
export const ACTS: readonly { name: string; weight: number; act: Act }[] = [
  { name: 'type a word', weight: 20, act: typeWord },
  { name: 'type a sign', weight: 8, act: typeSign },
  { name: 'compose', weight: 6, act: compose },
  { name: 'open the slash menu', weight: 6, act: slashMenu },
  { name: 'move the caret', weight: 16, act: move },
  { name: 'edit', weight: 14, act: edit },
  { name: 'press another key', weight: 8, act: otherKey },
  { name: 'press a shortcut', weight: 12, act: shortcut },
  { name: 'press a key of the window', weight: 4, act: windowKey },
  { name: 'undo or redo', weight: 10, act: undoOrRedo },
  { name: 'click', weight: 12, act: click },
  { name: 'drag', weight: 5, act: drag },
  { name: 'use a block’s handle', weight: 8, act: blockHandle },
  { name: 'paste', weight: 5, act: pasteForeign },
  { name: 'cut and paste', weight: 5, act: cutAndPaste },
  { name: 'add pictures', weight: 2, act: addPictures },
  { name: 'press a control of the bar', weight: 8, act: pressWithin('.writing-bar') },
  { name: 'press a control in the text', weight: 4, act: pressWithin('.writing-page') },
  { name: 'press a control of the panel', weight: 6, act: pressWithin('.inspector') },
  { name: 'press a control of the find bar', weight: 2, act: pressWithin('.find-bar') },
  { name: 'press a control of a comparison', weight: 4, act: pressWithin('.comparison') },
  { name: 'press a control that is over the window', weight: 10, act: pressWithin(OVER) },
  { name: 'find', weight: 3, act: find },
  { name: 'compare versions', weight: 3, act: compare },
  { name: 'go away and come back', weight: 2, act: goAway },
  { name: 'resize', weight: 1, act: resize },
  { name: 'write elsewhere', weight: 2, act: writeElsewhere },
  { name: 'look on', weight: 2, act: lookOn },
]
