using iStom.Chat.Domain.Clinics;

namespace iStom.Chat.Server.Demo;

/// <summary>Clinics as the desk shows them: of either tariff. Nobody is behind the phones.</summary>
internal static class DemoClinics
{
    public static IReadOnlyList<Clinic> All() =>
    [
        Clinic("Клиника «Демо-1»", "1001", TariffTerms.Standard) with { ProductVersion = "7.4", Contacts = [new("Администратор", "регистратура", ["+7 495 000-00-01"], "demo1@example.org")] },
        Clinic("Клиника «Демо-2»", "1002", TariffTerms.Paid) with
        {
            ProductVersion = "7.5",
            TeamViewerId = "000 000 002",
            Contacts = [new("Системный администратор", "ИТ", ["8 (495) 000-00-02"], "demo2@example.org"), new("Главный врач", Role: null, ["+7 495 000-00-03"], Email: null)],
            Notes = "Удалённо подключаться после 18:00.",
        },
    ];

    private static Clinic Clinic(string name, string number, TariffTerms tariff) => new(new(Guid.CreateVersion7()), name) { Number = number, TariffId = tariff.Id, Product = "iStom Cloud" };
}
