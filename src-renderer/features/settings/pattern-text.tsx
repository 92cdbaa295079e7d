/** What the tokens of a number's pattern stand for. */
const TOKEN_WORDS: Readonly<Record<string, string>> = {
  short: '简称',
  kind: '类型',
  stage: '阶段',
  letter: '函件字',
  year: '年份',
  seq: '序号',
  fonds: '全宗号',
  category: '类别',
  retention: '保管期限',
}

/** A number's pattern (编号格式) with its tokens as words, set apart from the letters that stand as they are. */
export function PatternText({ pattern }: { readonly pattern: string }) {
  return (
    <span className="second soft clip">
      {pattern.split(/\{(\w+)\}/).map((part, index) =>
        index % 2 === 1 ? (
          <span key={part} className="pattern-token">
            {TOKEN_WORDS[part] ?? part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  )
}
