import Glibc
import LocalRender

let font = getenv("WATERMARK_FONT").map { String(cString: $0) }
exit(RenderCommand.run(Array(CommandLine.arguments.dropFirst()), fontPath: font))
