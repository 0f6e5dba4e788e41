export declare class Trouble extends Error {
  readonly fix: string
  readonly detail: string
  constructor(message: string, fix: string, detail?: string)
}
type Paint = (text: string) => string
export declare const bold: Paint
export declare const dim: Paint
export declare const red: Paint
export declare const green: Paint
export declare const yellow: Paint
export declare function duration(milliseconds: number): string
export declare function step<T>(title: string, why: string, work: () => Promise<T> | T): Promise<T>
export declare function unchanged(title: string): void
export declare function skipped(title: string, why: string): void
export type Execution = { cwd: string; env?: NodeJS.ProcessEnv; log: string; fix: string; signal?: AbortSignal; isPatient?: boolean }
export declare function execute(command: string, args: readonly string[], options: Execution): Promise<void>
export declare function main(work: () => Promise<void>): Promise<void>
