using System.Runtime.CompilerServices;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Users;

/// <summary>Writes a user as the vendor does. No <c>key</c> and no <c>name</c>: the live service no longer sends them.</summary>
internal static class UserJson
{
    private static readonly (JsonEncodedText Name, int Size)[] Sizes = [.. new[] { 48, 24, 16, 32 }.Select(size => (JsonEncodedText.Encode($"{size}x{size}"), size))];

    // The same for as long as the user is: written once, because it is most of what a user's JSON costs.
    private static readonly ConditionalWeakTable<User, byte[]> Avatars = [];

    private static readonly LastWritten<User, string> Last = new(WriteWhole);

    public static void Write(Utf8JsonWriter json, User user, string apiUrl) => Last.Write(json, user, apiUrl, apiUrl);

    /// <summary>Writes a user as the lead of a project is written.</summary>
    public static void WriteShort(Utf8JsonWriter json, User user, string apiUrl)
    {
        json.WriteStartObject();
        json.WriteString("self", SelfOf(user, apiUrl));
        json.WriteString("accountId", user.AccountId);
        WriteAvatars(json, user);
        json.WriteString("displayName", user.DisplayName);
        json.WriteBoolean("active", user.Active);
        json.WriteEndObject();
    }

    /// <summary>The same as <see cref="Write"/>, without the braces.</summary>
    public static void WriteMembers(Utf8JsonWriter json, User user, string apiUrl)
    {
        json.WriteString("self", SelfOf(user, apiUrl));
        json.WriteString("accountId", user.AccountId);
        json.WriteString("emailAddress", user.Email);
        WriteAvatars(json, user);
        json.WriteString("displayName", user.DisplayName);
        json.WriteBoolean("active", user.Active);
        json.WriteString("timeZone", user.TimeZone);
        json.WriteString("accountType", user.AccountType);
    }

    private static void WriteWhole(Utf8JsonWriter json, User user, string apiUrl)
    {
        json.WriteStartObject();
        WriteMembers(json, user, apiUrl);
        json.WriteEndObject();
    }

    private static void WriteAvatars(Utf8JsonWriter json, User user)
    {
        json.WritePropertyName("avatarUrls");
        json.WriteRawValue(Avatars.GetValue(user, AvatarsOf), skipInputValidation: true);
    }

    private static byte[] AvatarsOf(User user) => JiraJson.Bytes(user, static (json, whose) =>
    {
        json.WriteStartObject();
        foreach (var (name, size) in Sizes)
        {
            json.WriteString(name, AvatarOf(whose, size));
        }

        json.WriteEndObject();
    });

    public static string SelfOf(User user, string apiUrl) => $"{apiUrl}/user?accountId={user.EscapedId}";

    /// <summary>The address of a picture with the initials, in the form of the vendor's sample.</summary>
    private static string AvatarOf(User user, int size) =>
        $"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/{Uri.EscapeDataString(user.Initials)}-{user.AvatarNumber}.png?size={size}&s={size}";
}
