using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;

namespace iStom.Chat.Server.Attachments;

/// <summary>Files in a bucket, under their ids. A put is whole or not at all by itself.</summary>
public sealed class S3Store(S3Options options) : IAttachmentStore, IDisposable
{
    private readonly AmazonS3Client _client = new(new BasicAWSCredentials(options.AccessKey, options.SecretKey), new AmazonS3Config
    {
        ServiceURL = options.ServiceUrl,
        AuthenticationRegion = options.Region,
        ForcePathStyle = true,
        // Checksums in trailers are Amazon's own; others do not know them.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public async Task KeepAsync(AttachmentId id, ReceivedFile file, CancellationToken cancellation)
    {
        try
        {
            await _client.PutObjectAsync(
                new PutObjectRequest { BucketName = options.Bucket, Key = KeyOf(id), InputStream = file.Rewound(), AutoCloseStream = false, UseChunkEncoding = false }, cancellation);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("The bucket of the files cannot be written.", e);
        }
    }

    public async Task<Stream?> OpenAsync(AttachmentId id, CancellationToken cancellation)
    {
        try
        {
            return (await _client.GetObjectAsync(options.Bucket, KeyOf(id), cancellation)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(AttachmentId id, CancellationToken cancellation) => _client.DeleteObjectAsync(options.Bucket, KeyOf(id), cancellation);

    public void Dispose() => _client.Dispose();

    private static string KeyOf(AttachmentId id) => id.Value.ToString("N");
}
