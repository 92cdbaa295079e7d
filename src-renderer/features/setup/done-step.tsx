import { DescriptionList } from '../../ui/description-list.tsx'
import { PRACTICE_CASES, type SetupState } from './setup-state.ts'
import { WizardStep } from './wizard-step.tsx'

/** Step 5: what was made, and on to work. */
export function DoneStep({ state, onEnter }: { readonly state: SetupState; readonly onEnter: () => void }) {
  return (
    <WizardStep
      title="可以开始工作了"
      text="数据在本机，已加密；每天自动备份一次，退出时再备份一次。"
      next="进入工作台"
      onNext={onEnter}
    >
      <DescriptionList
        termWidth={92}
        items={[
          { term: '本中心', value: `${state.center.fullName}　简称 ${state.center.shortName}` },
          { term: '全宗', value: `${state.center.fondsName}　${state.center.fondsCode}` },
          { term: '主任', value: state.director.name },
          { term: '恢复密钥', value: state.printedAt ? '已打印，抄回一致' : '抄回一致，没有从本机打印' },
          { term: '开始方式', value: state.start === 'practice' ? `带练习数据，约 ${PRACTICE_CASES} 件` : '空白开始' },
        ]}
      />
      <hr className="wizard-rule" />
      <h2 className="strong" style={{ fontSize: 14, lineHeight: '22px' }}>
        接下来
      </h2>
      <ol className="next-steps">
        {state.start === 'practice' && <li>练习用的接待员王莉、档案员周敏、管理员赵倩，密码与主任相同</li>}
        <li>到“设置　人员”给接待员、档案员建账户</li>
        <li>到“设置　规则包”核对低保标准和补贴标准是否为本地现行</li>
        <li>把恢复密钥装信封，封口签名</li>
      </ol>
    </WizardStep>
  )
}
