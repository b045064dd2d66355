import { useState } from 'react'
import { FolderOpen } from 'lucide-react'
import { Button } from './button.tsx'
import { FolderDialog, type FolderDialogProps } from './folder-dialog.tsx'

/** Where folders are chosen: in the system's own dialog, or in one that lists them. */
export type Folders = {
  dialog: () => ((current: string) => Promise<string | null>) | null
  list: FolderDialogProps['list']
}

type FolderButtonProps = Pick<FolderDialogProps, 'title' | 'choose' | 'onChoose'> & {
  /** What the button says. */
  label: string
  /** The folder until now; empty when there is none. */
  folder: string
  folders: Folders
}

/** Asks for a folder of this machine. */
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
