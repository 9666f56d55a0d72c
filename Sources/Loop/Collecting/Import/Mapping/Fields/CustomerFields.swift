/// People: customers and members.
enum CustomerFields {
    static let numberWords = [
        "客户编号", "客户号", "客户id", "会员编号", "会员号", "会员id", "用户id", "用户编号", "买家id", "买家编号", "买家账号", "会员账号", "买家会员名", "买家昵称",
        "顾客编号",
        "customerid", "customerno", "customernumber", "customer", "userid", "user", "memberid", "memberno", "buyerid",
        "clientid", "uid",
    ]

    static let all: [TargetField] = [
        TargetField("customer_no", "客户编号", "Customer number", .text, required: true, numberWords),
        TargetField(
            "name", "姓名", "Name", .text, ["客户姓名", "会员姓名", "名字", "客户名称", "昵称", "fullname", "customername", "nickname"]),
        TargetField("gender", "性别", "Gender", .word(.gender), ["sex"]),
        TargetField(
            "birth_on", "出生日期", "Date of birth", .day(mayBeFuture: false),
            ["生日", "birthday", "birthdate", "dateofbirth", "dob"]),
        TargetField(
            "phone", "手机号", "Phone", .text, ["电话", "手机", "手机号码", "联系电话", "mobile", "tel", "telephone", "phonenumber"]),
        TargetField("email", "邮箱", "E-mail", .text, ["电子邮箱", "邮件", "mail", "emailaddress"]),
        TargetField("country", "国家", "Country", .text, ["国别", "nation"]),
        TargetField("region", "大区", "Region", .word(.region), ["区域", "地区", "area"]),
        TargetField("province", "省份", "Province", .text, ["省", "所在省", "state"]),
        TargetField("city", "城市", "City", .text, ["市", "所在城市", "town"]),
        TargetField("city_tier", "城市等级", "City tier", .whole(1...6), ["城市线级", "citylevel", "tier"]),
        TargetField(
            "channel", "来源渠道", "Channel", .word(.channel), ["渠道", "注册渠道", "来源", "获客渠道", "source", "acquisitionchannel"]),
        TargetField(
            "registered_at", "注册时间", "Registered at", .moment,
            [
                "注册日期", "入会时间", "入会日期", "开卡日期", "创建时间", "registrationdate", "registeredat", "signupdate", "joindate",
                "createdat", "joined",
            ]),
        TargetField("is_member", "是否会员", "Member", .flag, ["会员", "member", "ismember"]),
        TargetField(
            "member_level", "会员等级", "Member level", .text,
            ["等级", "会员级别", "level", "memberlevel", "membertier", "grade"]),
    ]
}
