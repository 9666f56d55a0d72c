import Kernel
import Records

extension Shell {
    /// A problem becomes its status and a page, a fragment or JSON; anything else is our fault and gets an id.
    func reply(to error: any Error, _ entrance: Entrance) -> Reply {
        guard let problem = error as? any Problem else { return ownFault(error, entrance) }
        if case AccessProblem.notSignedIn = problem, !entrance.request.wantsJSON,
            entrance.request.method?.isSafe == true
        {
            return signIn(entrance)
        }
        if case AccessProblem.notSignedIn = problem, !entrance.request.wantsJSON, !entrance.request.isPartial {
            return .page(Self.signInAndSendAgain, status: 401)
        }
        var reply = ProblemReply.make(
            status: ProblemReply.status(of: problem), code: problem.code, text: problem.text, id: entrance.id, entrance)
        if case WebProblem.methodUnknown(let allowed) = problem {
            reply.headers["allow"] = allowed.map(\.rawValue).joined(separator: ", ")
        }
        return reply
    }

    private func ownFault(_ error: any Error, _ entrance: Entrance) -> Reply {
        app.log("[\(entrance.id)] \(entrance.request.method?.rawValue ?? "?") \(entrance.request.path): \(error)")
        let text = Text(
            zh: "程序出了差错，已记录在日志中。请把编号告诉管理员：\(entrance.id)。",
            en:
                "Something went wrong on our side. It has been logged; please tell your administrator this number: \(entrance.id)."
        )
        return ProblemReply.make(status: 500, code: "web.own_fault", text: text, id: entrance.id, entrance)
    }

    /// A form was sent after the session had ended: what was typed is still in the browser.
    private static var signInAndSendAgain: Page {
        Page(Text(zh: "登录已失效", en: "Your session has ended"), frame: .centred) {
            p(.class("problem-text")) {
                Text(
                    zh: "未做任何更改，您填写的内容仍在上一页。请在新标签页重新登录，再返回上一页提交。",
                    en:
                        "Nothing was changed, and what you typed is still on the page before. Sign in in a new tab, then go back and send it again."
                )
            }
            p(.class("problem-actions")) {
                a(
                    .class("btn btn-primary"), .href("/sign-in"), .attribute("target", "_blank"),
                    .attribute("rel", "noopener")
                ) {
                    Text(zh: "在新标签页登录", en: "Sign in in a new tab")
                }
            }
        }
    }

    private func signIn(_ entrance: Entrance) -> Reply {
        let target = entrance.request.method?.isSafe == true ? entrance.request.path : "/"
        let address = target == "/" ? "/sign-in" : "/sign-in?next=" + Percent.encode(target)
        if entrance.request.isPartial { return Reply(status: 401, headers: ["hx-redirect": address]) }
        let reply = Reply.redirect(to: address)
        return entrance.isSessionEnded ? reply.flashing(AccessProblem.sessionEnded.text, tone: .warning) : reply
    }
}

/// The forms a problem can take on its way out.
enum ProblemReply {
    static func status(of problem: any Problem) -> Int {
        if case WebProblem.methodUnknown = problem { return 405 }
        return switch problem.kind {
        case .invalid: 422
        case .missing: 404
        case .conflict: 409
        case .forbidden: 403
        case .unauthenticated: 401
        case .limited: 429
        case .tooLarge: 413
        case .unavailable: 503
        }
    }

    static func make(status: Int, code: String, text: Text, id: String, _ entrance: Entrance) -> Reply {
        let language = entrance.reader.language
        if entrance.request.wantsJSON {
            return .json(JSONText.object([("code", code), ("message", text[language]), ("id", id)]), status: status)
        }
        if entrance.request.isPartial { return .fragment(notice(.danger, text), status: status) }
        return .page(page(status: status, code: code, text: text, id: id), status: status)
    }

    private static func page(status: Int, code: String, text: Text, id: String) -> Page {
        Page(title(status), frame: .centred) {
            p(.class("problem-text")) { text }
            p(.class("problem-actions")) {
                a(.class("btn btn-primary"), .href("/")) { Text(zh: "回到总览", en: "Back to the overview") }
            }
            p(.class("problem-id")) { Text(zh: "状态 ", en: "Status ") + Text(verbatim: "\(status) · \(code) · \(id)") }
        }
    }

    private static func title(_ status: Int) -> Text {
        switch status {
        case 401: Text(zh: "请先登录", en: "Please sign in")
        case 403: Text(zh: "没有权限", en: "Not allowed")
        case 404: Text(zh: "找不到页面", en: "Nothing found here")
        case 405: Text(zh: "请求方式不对", en: "Wrong kind of request")
        case 409: Text(zh: "有人先一步", en: "Somebody else was first")
        case 413: Text(zh: "内容过大", en: "Too large")
        case 422: Text(zh: "内容有误", en: "Something needs correcting")
        case 429: Text(zh: "操作过于频繁", en: "Too many tries")
        case 503: Text(zh: "暂时不可用", en: "Not available at the moment")
        default: Text(zh: "程序出了差错", en: "Something went wrong")
        }
    }
}

/// Small JSON objects of text, written by hand: order kept, everything escaped.
enum JSONText {
    static func object(_ pairs: [(String, String)]) -> [UInt8] {
        Array(("{" + pairs.map { "\(quoted($0.0)):\(quoted($0.1))" }.joined(separator: ",") + "}").utf8)
    }

    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            default:
                if scalar.value < 32 {
                    out += "\\u" + padded(Int(scalar.value / 16), 3) + String(scalar.value % 16, radix: 16)
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
