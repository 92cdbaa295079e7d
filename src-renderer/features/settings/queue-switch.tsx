import { Switch } from '@mantine/core'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'

/** 排队叫号: on or off for the whole center, at once. The director decides; others see how it stands. */
export function QueueSwitch({ labelWidth }: { readonly labelWidth: number }) {
  const { user } = useSession()
  const queue = useAsk('queue.today', {})
  const turn = useDo('queue.turn')
  if (!queue.data) return null
  const { isOn, rule, settingVersion } = queue.data
  const change = async (wanted: boolean) => {
    const reply = await turn.run({ isOn: wanted, version: settingVersion })
    if (reply.ok) announceDone(wanted ? '已启用排队叫号，在“来访”里取号、叫号' : '已停用排队叫号')
    void queue.refetch()
  }
  return (
    <Field
      group
      label="排队叫号"
      labelWidth={labelWidth}
      hint={rule ?? '规则包里没有排队叫号的规则'}
      error={turn.error ? '没有改成，请再试一次' : undefined}
      name="queue"
    >
      <div className="check-row">
        <Switch
          label={isOn ? '已启用' : '没有启用'}
          aria-label="排队叫号"
          checked={isOn}
          disabled={!hasRole(user, ['director']) || rule === null || turn.isBusy}
          onChange={event => void change(event.currentTarget.checked)}
        />
      </div>
    </Field>
  )
}
