import { useState } from 'react'
import { AskState } from '../../api/ask-state.tsx'
import { usePackAsk } from '../../api/use-pack.ts'
import { PackImport } from './pack-import.tsx'
import { PackReading } from './pack-reading.tsx'
import { type PickedPack, usePackFile } from './use-pack-file.ts'

/** 规则包: the rules in force in plain words, every pack that was signed, and a new one on its way into force. */
export function PacksTab() {
  const current = usePackAsk()
  const file = usePackFile()
  const [picked, setPicked] = useState<PickedPack | null>(null)
  const pick = async () => {
    const next = await file.pick()
    if (next) setPicked(next)
  }
  const checkAgain = async () => {
    if (!picked) return
    const next = await file.read(picked.handle)
    if (next) setPicked(next)
  }
  return (
    <AskState ask={current}>
      {answer =>
        picked ? (
          <PackImport
            key={picked.readAt}
            picked={picked}
            inForce={answer}
            failure={file.error}
            onPick={pick}
            onCheckAgain={checkAgain}
            onClose={() => setPicked(null)}
          />
        ) : (
          <PackReading current={answer} failure={file.error} onPick={pick} />
        )
      }
    </AskState>
  )
}
