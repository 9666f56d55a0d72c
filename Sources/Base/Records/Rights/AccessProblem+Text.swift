package import Kernel

extension AccessProblem {
    package var text: Text {
        accountText ?? passwordText ?? entranceText ?? tokenText
    }

    private var accountText: Text? {
        switch self {
        case .nameTaken(let name):
            Text(zh: "账号名“\(name)”已被使用，请换一个。", en: "The name \(name) is taken. Choose another one.")
        case .nameUnfit:
            Text(
                zh: "账号名须为 2 至 64 个字符，首尾不能是空格，也不能含有控制字符或冒号。",
                en: "A name has 2 to 64 characters, no blanks at its ends, no control characters and no colon.")
        case .unknownAccount(let name):
            Text(zh: "没有名为“\(name)”的账号，请核对后重试。", en: "There is no account named \(name). Check the name.")
        case .unknownRole(let code):
            Text(
                zh:
                    "没有名为“\(code)”的角色。可用的角色：\(Role.allCases.map { "\($0.rawValue)（\($0.name.zh)）" }.joined(separator: "、"))。",
                en:
                    "There is no role named \(code). Roles are: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        case .noRole: Text(zh: "请至少选择一个角色。", en: "Choose at least one role.")
        case .noRegion:
            Text(zh: "区域经理须指定所辖区域，请填写至少一个区域代码。", en: "A region manager needs at least one region. Name its code.")
        case .noDealer:
            Text(zh: "经销商账号须指定所属经销商，请填写经销商代码。", en: "A dealer's account needs its dealer. Name the dealer's code.")
        case .lastAdministrator:
            Text(
                zh: "这是最后一个可用的系统管理员账号，不能停用或取消其角色。请先指定另一位管理员。",
                en: "This is the last active administrator. Appoint another one first.")
        case .forbidden(let action, let resource):
            Text(
                zh: "您没有“\(resource.name.zh)”的\(action.name.zh)权限。如工作需要，请联系系统管理员开通。",
                en:
                    "You may not do this (\(action.name.en.lowercased()): \(resource.name.en.lowercased())). Ask an administrator if your work needs it."
            )
        default: nil
        }
    }

    private var passwordText: Text? {
        switch self {
        case .passwordTooShort(let least):
            Text(
                zh: "密码至少需要 \(least) 个字符。建议使用几个词组成的短句。",
                en: "A password has at least \(least) characters. A few words make a good one.")
        case .passwordTooLong(let most):
            Text(zh: "密码最多 \(most) 个字符，请缩短。", en: "A password has at most \(most) characters. Shorten it.")
        case .passwordTooCommon:
            Text(
                zh: "该密码过于常见，容易被猜中，请换一个。", en: "This password is among the first that are guessed. Choose another one.")
        case .passwordHoldsName:
            Text(zh: "密码不能包含账号名，请换一个。", en: "A password must not contain the account's name. Choose another one.")
        default: nil
        }
    }

    private var entranceText: Text? {
        switch self {
        case .wrongNameOrPassword:
            Text(zh: "账号名或密码不正确，请检查后重试。", en: "The name or the password is wrong. Check both and try again.")
        case .tooManyTries(let seconds):
            Text(zh: "尝试次数过多，请在 \(seconds) 秒后重试。", en: "Too many tries. Try again in \(seconds) seconds.")
        case .tooBusy:
            Text(zh: "当前登录请求过多，请稍后重试。", en: "Too many people are signing in at this moment. Try again shortly.")
        case .notSignedIn: Text(zh: "请先登录。", en: "Sign in first.")
        case .sessionEnded: Text(zh: "登录已失效，请重新登录。", en: "Your session has ended. Sign in again.")
        case .setupLinkInvalid:
            Text(
                zh: "初始化链接无效或已过期。请重新启动程序，使用新显示的链接。",
                en: "This set-up link is not valid or has expired. Restart the program and use the link it prints.")
        case .alreadySetUp:
            Text(zh: "系统已完成初始化，请直接登录。", en: "The set-up is already done. Sign in.")
        default: nil
        }
    }

    private var tokenText: Text {
        switch self {
        case .tokenInvalid:
            Text(zh: "接口令牌无效、已过期或已撤销，请创建新的令牌。", en: "This API token is unknown, expired or revoked. Create a new one.")
        case .tokenNameTaken(let name):
            Text(zh: "已有名为“\(name)”的令牌，请换一个名称。", en: "You already have a token named \(name). Choose another name.")
        case .tokenNameUnfit:
            Text(zh: "令牌名称须为 1 至 64 个字符。", en: "A token's name has 1 to 64 characters.")
        case .unknownScope(let text):
            Text(
                zh: "“\(text)”不是有效的令牌范围。可写操作名，也可限定对象，例如 view 或 import:source_data。",
                en:
                    "\(text) is not a token scope. Write an action, or action:resource, such as view or import:source_data."
            )
        case .noScope: Text(zh: "请为令牌至少指定一个范围。", en: "Give the token at least one scope.")
        default: Text(verbatim: code)
        }
    }
}
