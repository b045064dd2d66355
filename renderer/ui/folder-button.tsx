import { useState } from 'react'
import { FolderOpen } from 'lucide-react'
import { Button } from './button.tsx'
import { FolderDialog, type FolderDialogProps } from './folder-dialog.tsx'

/** Two ways to choose a folder: the system's dialog, or `FolderDialog` if `dialog` returns null. */
export type Folders = {
  dialog: () => ((current: string) => Promise<string | null>) | null
  list: FolderDialogProps['list']
  choose: FolderDialogProps['grant']
}

type FolderButtonProps = Pick<FolderDialogProps, 'title' | 'choose' | 'onChoose'> & {
  /** The label of the button. */
  label: string
  /** The folder so far; empty for none. */
  folder: string
  folders: Folders
}

/** A button that asks for a folder of this machine. */
export function FolderButton({ label, title, choose, folder, folders, onChoose }: FolderButtonProps) {
  const [isChoosing, setChoosing] = useState(false)
  async function ask(): Promise<void> {
    const dialog = folders.dialog()
    if (dialog === null) return setChoosing(true)
    const path = await dialog(folder)
    if (path !== null) onChoose(path)
  }
  return (
    <>
      <Button icon={<FolderOpen aria-hidden size={16} />} onPress={() => void ask()}>
        {label}
      </Button>
      {isChoosing ? (
        <FolderDialog
          title={title}
          choose={choose}
          start={folder}
          list={folders.list}
          grant={folders.choose}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            setChoosing(false)
            onChoose(path)
          }}
        />
      ) : null}
    </>
  )
}
