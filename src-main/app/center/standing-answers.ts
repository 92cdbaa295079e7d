/** Answers to costly questions, kept until something is changed. */
export class StandingAnswers {
  private changes = 0
  private readonly last = new Map<string, { readonly standing: string; readonly answer: Promise<unknown> }>()

  noteChange(): void {
    this.changes += 1
  }

  /**
   * The answer to the question `name`, worked out again only once something was changed, or `standing` (the day, the pack's version) is
   * another one. What was asked before a change and answered after it counts as asked before.
   */
  whileUnchanged<Answer>(name: string, standing: string, workOut: () => Promise<Answer>): Promise<Answer> {
    const now = `${this.changes} ${standing}`
    const last = this.last.get(name)
    // The name stands for one question, and so for one type of answer.
    if (last?.standing === now) return last.answer as Promise<Answer>
    const answer = workOut()
    this.last.set(name, { standing: now, answer })
    // A question that failed is asked anew.
    answer.catch(() => this.last.delete(name))
    return answer
  }
}
