import Foundation
import Kernel
import Store

/// How the entries of the audit log are put in words. What has none is shown as it was written.
enum AuditWords {
    static func action(_ code: String) -> HTML {
        guard let words = actions[code] else { return element("code", []) { code } }
        return span(.attribute("title", code)) { words }
    }

    /// `account:7:林静` is shown as the name.
    static func author(_ text: String) -> HTML {
        let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
        if parts.count == 3 {
            return HTML {
                parts[2]
                if parts[0] == "token" { span(.class("cell-sub")) { Text(zh: "通过令牌", en: "by token") } }
            }
        }
        switch text {
        case "system": return HTML(Text(zh: "系统", en: "System"))
        case "command-line": return HTML(Text(zh: "命令行", en: "Command line"))
        default: return HTML(verbatim: text)
        }
    }

    /// The JSON object of texts as `name: value` pairs; whatever is no such object is shown as it is.
    static func detail(_ json: String) -> String {
        pairs(json).map { $0.name.isEmpty ? $0.value : "\($0.name): \($0.value)" }.joined(separator: " · ")
    }

    /// The same one by one, by name; without a name where the detail is no such object.
    static func pairs(_ json: String) -> [(name: String, value: String)] {
        do {
            let pairs = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
            return pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        } catch { return [("", json)] }
    }

    private static let actions: [String: Text] = [
        "okr.session_open": Text(zh: "开启 OKR 对齐会", en: "Opened an OKR alignment"),
        "account.add": Text(zh: "添加用户", en: "Added a user"),
        "account.password": Text(zh: "更改密码", en: "Changed a password"),
        "account.rights": Text(zh: "调整角色与范围", en: "Changed roles or scope"),
        "account.disable": Text(zh: "停用账号", en: "Disabled an account"),
        "account.enable": Text(zh: "启用账号", en: "Enabled an account"),
        "session.begin": Text(zh: "登录", en: "Signed in"),
        "session.revoke": Text(zh: "退出登录", en: "Ended a session"),
        "session.revoke_all": Text(zh: "使全部登录失效", en: "Ended all sessions"),
        "token.create": Text(zh: "创建令牌", en: "Created a token"),
        "token.revoke": Text(zh: "撤销令牌", en: "Revoked a token"),
        "calendar_feed.create": Text(zh: "创建日历订阅地址", en: "Made a calendar address"),
        "calendar_feed.revoke": Text(zh: "撤销日历订阅地址", en: "Revoked a calendar address"),
        "setting.change": Text(zh: "更改设置", en: "Changed a setting"),
        "job.queue": Text(zh: "提交任务", en: "Queued a job"),
        "job.cancel": Text(zh: "取消任务", en: "Cancelled a job"),
        "data.export": Text(zh: "导出数据", en: "Exported a list"),
        "export.fetch": Text(zh: "下载导出文件", en: "Fetched an export"),
        "limit.set": Text(zh: "调整亮灯阈值", en: "Changed light limits"),
        "limit.reset": Text(zh: "恢复默认阈值", en: "Took light limits back"),
        "target.set": Text(zh: "设置目标值", en: "Set a target"),
        "target.remove": Text(zh: "取消目标值", en: "Took a target back"),
        "mapping.add": Text(zh: "保存映射", en: "Kept a mapping"),
        "mapping.change": Text(zh: "修改映射", en: "Changed a mapping"),
        "mapping.rename": Text(zh: "映射改名", en: "Renamed a mapping"),
        "mapping.remove": Text(zh: "删除映射", en: "Deleted a mapping"),
        "mapping.restore": Text(zh: "恢复映射", en: "Restored a mapping"),
        "tier.rules": Text(zh: "修改分层规则", en: "Changed tier rules"),
        "approval.request": Text(zh: "提交审批", en: "Asked for approval"),
        "approval.approve": Text(zh: "同意", en: "Approved"),
        "approval.reject": Text(zh: "驳回", en: "Rejected"),
        "approval.return": Text(zh: "退回修改", en: "Asked for changes"),
        "approval.hand_over": Text(zh: "转交审批", en: "Handed a decision over"),
        "approval.withdraw": Text(zh: "撤回申请", en: "Withdrew a request"),
        "approval.remind": Text(zh: "提醒审批人", en: "Reminded deciders"),
        "approval.escalate": Text(zh: "审批升级", en: "Escalated an approval"),
        "approval.delegate": Text(zh: "设置外出代理", en: "Named a stand-in"),
        "approval.delegate_end": Text(zh: "取消外出代理", en: "Took a stand-in back"),
        "approval.route": Text(zh: "修改审批流程", en: "Changed an approval route"),
        "approval.route_order": Text(zh: "调整审批流程顺序", en: "Changed the order of routes"),
        "job.retry": Text(zh: "重试任务", en: "Retried a job"),
    ]
}
