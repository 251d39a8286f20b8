using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FakeJira;

/// <summary>A certificate for localhost, made in memory and trusted by nobody who was not told to.</summary>
internal static class SelfSigned
{
    /// <summary>Makes one, and writes its public part as PEM where that is asked for.</summary>
    /// <exception cref="FakeJiraException">The file cannot be written.</exception>
    public static X509Certificate2 Create(IPAddress address, string? file, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("*.localhost");
        foreach (var each in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, address }.Distinct())
        {
            names.AddIpAddress(each);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = time.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
        Write(made, file);

        // A key that was never stored cannot be used by TLS on every system; a round trip through PKCS #12 makes it so.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static void Write(X509Certificate2 certificate, string? file)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(file, certificate.ExportCertificatePem() + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FakeJiraException($"Cannot write the certificate to '{file}': {exception.Message}", exception) { Setting = "certificate-file" };
        }
    }
}
